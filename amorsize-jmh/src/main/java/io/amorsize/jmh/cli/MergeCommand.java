package io.amorsize.jmh.cli;

import io.amorsize.finding.Finding;
import io.amorsize.jmh.shard.MergedRun;
import io.amorsize.jmh.shard.RunMerge;
import io.amorsize.policy.Glob;
import io.amorsize.policy.PolicyFile;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins the parts of a run. */
@Command(
    name = "merge",
    description = {
      "Joins the parts of a run that 'suite --shard' spread over machines: folders of runs into one"
          + " folder, results files or JMH's JSON into one file. What is missing or there twice is"
          + " said; exit code 3 where something is missing."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar merge shards/* -o reports/merged",
      "Example: java -jar benchmarks.jar merge part1.json part2.json -o whole.json"
    })
final class MergeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "Folders of runs, or results files, or JMH's JSON.")
  private List<Path> parts = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|FOLDER",
      description =
          "Where the whole goes: a folder for folders, else a file (default: standard"
              + " output).")
  private Path output;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = "Names or globs of benchmarks or workloads that must be there, one a line.")
  private Path expected;

  @Option(
      names = "--allow-mixed-hosts",
      description = "Join parts of different machines or JVMs all the same, and say what differs.")
  private boolean mixedHosts;

  @Mixin private LimitOptions limits;

  MergeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean folders = parts.stream().allMatch(Files::isDirectory);
    if (!folders && parts.stream().anyMatch(Files::isDirectory)) {
      throw new ResultFormatException(
          "folders and files cannot be joined with each other; name the folders of all runs, or a"
              + " file of each");
    }
    if (folders && output == null) {
      throw new ResultFormatException("folders are joined into a folder; name it with -o");
    }
    if (folders && Files.exists(output)) {
      throw new ResultFormatException(output + ": is there already; name another folder with -o");
    }
    if (!folders && output != null) {
      WholeFile.requireWritable(output);
    }
    List<Glob> manifest = expected == null ? List.of() : PolicyFile.readManifest(expected);
    MergedRun merged = RunMerge.of(parts, manifest, mixedHosts, limits.limits());
    write(merged, folders);
    merged.findings().forEach(this::say);
    terminal.say(sentence(merged));
    return ExitCode.of(false, false, merged.hasGap()).value();
  }

  private void write(MergedRun merged, boolean folders) {
    if (folders) {
      merged.write(output);
      return;
    }
    String text = merged.results().isEmpty() ? merged.rowsJson() : merged.resultsJson();
    if (output == null) {
      terminal.out().print(text);
      terminal.out().flush();
    } else {
      WholeFile.write(output, text);
    }
  }

  private void say(Finding finding) {
    terminal.say("- " + finding.message() + " [" + finding.code().label() + "]");
  }

  private String sentence(MergedRun merged) {
    List<String> holds = new ArrayList<>();
    if (!merged.results().isEmpty()) {
      holds.add(counted(merged.results().size(), "workload"));
    }
    if (!merged.rows().isEmpty()) {
      holds.add(counted(merged.rows().size(), "row"));
    }
    return "Joined "
        + counted(parts.size(), "part")
        + ": "
        + String.join(" and ", holds)
        + (output == null ? "" : ", in " + output)
        + (merged.hasGap() ? "; something is missing." : ".")
        + next(merged);
  }

  private String next(MergedRun merged) {
    if (merged.hasGap()) {
      return " Next: measure what is missing, and join again.";
    }
    return output == null
        ? " Next: with -o FILE it is kept, for 'compare' and 'nightly --measured'."
        : " Next: 'nightly --measured " + output + "' or 'compare BASELINE " + output + "'.";
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
