package io.amorsize.jmh.cli;

import io.amorsize.history.NoiseLearning;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import io.amorsize.jmh.report.RunsReport;
import io.amorsize.jmh.report.Tone;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes runs. */
@Command(
    name = "delete",
    description = "Deletes runs; without --yes it only says which.",
    footer = {"", "Example: java -jar benchmarks.jar history delete --until 365d --yes"})
final class HistoryDeleteCommand extends RunsCommand {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "RUN", description = NamedRun.DESCRIPTION)
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "Every run.")
  private boolean all;

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  HistoryDeleteCommand(Terminal terminal, InstantSource clock) {
    super(terminal, clock);
  }

  @Override
  void require(RunFilter wanted) {
    if (names.isEmpty() && wanted.isEmpty() && !all) {
      throw new ParameterException(
          spec.commandLine(), "say which runs: RUN, a filter such as --until 365d, or --all");
    }
  }

  @Override
  Document document(Chosen chosen) {
    List<RecordedRun> gone =
        names.isEmpty()
            ? chosen.runs()
            : names.stream().map(name -> NamedRun.find(name, chosen.runs())).distinct().toList();
    boolean done = yes && !gone.isEmpty();
    if (done) {
      chosen.store().delete(gone);
      chosen.store().keep(NoiseLearning.from(chosen.store()));
    }
    return document(gone, done, chosen.place());
  }

  private static Document document(List<RecordedRun> gone, boolean done, String place) {
    String count = gone.size() + (gone.size() == 1 ? " run" : " runs");
    String headline =
        done
            ? count + " deleted from " + place + "."
            : count + " would be deleted from " + place + "; nothing was.";
    String next =
        gone.isEmpty()
            ? "Next: 'history list' shows what there is."
            : done
                ? "Next: 'history list' shows what is left."
                : "Next: the same with --yes deletes them.";
    return Document.of(
        RunsReport.of(gone, headline, Tone.PLAIN, next),
        () -> RunsReport.json(gone, place, Map.of("deleted", done)),
        () -> RunsReport.csv(gone));
  }
}
