package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationSettings;
import io.amorsize.jmh.evaluation.NullTableEvaluation;
import io.amorsize.jmh.evaluation.NullTableJson;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the shipped table of null distributions again. */
@Command(
    name = "null-table",
    description = "Makes the table of null distributions that 'compare' ships with, again.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate null-table -o null-table.json"})
final class EvaluateNullTableCommand implements Callable<Integer> {

  /** Draws of each benchmark; more no longer change the table by a percent. */
  private static final int DRAWS = 30;

  private final Terminal terminal;

  @Mixin private EvaluationOptions evaluation;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to write it.")
  private Path output;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  EvaluateNullTableCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    WholeFile.requireWritable(output);
    try (EvaluationBar bar =
        EvaluationBar.of("null-table", terminal, terminal.watched().err() && !quiet)) {
      EvaluationSettings settings =
          new EvaluationSettings(evaluation.data(terminal), evaluation.seed(), DRAWS, bar);
      WholeFile.write(
          output,
          NullTableJson.write(
              new NullTableEvaluation(new JmhResultReader()::read).evaluate(settings)));
    }
    terminal.say(
        "Written to "
            + output
            + ". Next: 'evaluate rule' says how well the rule judges with the table that is shipped.");
    return ExitCode.OK.value();
  }
}
