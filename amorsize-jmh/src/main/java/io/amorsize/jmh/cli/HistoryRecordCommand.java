package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NewRun;
import io.amorsize.history.Recording;
import io.amorsize.history.RunOrigin;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Records results. */
@Command(
    name = "record",
    description =
        "Records results as runs of the history. The same numbers are recorded once, however often"
            + " they come.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar history record reports/20260131-230000 --git",
      "Example: java -jar benchmarks.jar history record jmh.json --commit d32fd12 --branch main"
    })
final class HistoryRecordCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private DocumentOptions document;
  @Mixin private HistoryOptions history;
  @Mixin private OriginOptions origin;
  @Mixin private LimitOptions limits;

  @Parameters(
      arity = "1..*",
      paramLabel = "RESULT",
      description =
          "JMH's JSON (also .gz), a folder of such files, whose rows are forks of one run, a results"
              + " file, or a suite's folder; each is a run of its own.")
  private List<Path> results = new ArrayList<>();

  HistoryRecordCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    SourceOptions.Source source = origin.source(terminal.variables());
    // All are read before the first is recorded, so that a broken one leaves nothing half done.
    List<NewRun> runs = results.stream().map(path -> run(path, source)).toList();
    try (HistoryStore store = history.open(terminal, clock)) {
      Recorder recorder = new Recorder(store);
      List<Recording> recorded = runs.stream().map(recorder::add).toList();
      String place = history.place(terminal).shown();
      document.write(terminal, recorder.finish(place, notes(runs, recorded), Recorder.NEXT));
    }
    return ExitCode.OK.value();
  }

  private NewRun run(Path path, SourceOptions.Source source) {
    RunInput input = RunInput.read(path, limits.limits());
    RunOrigin from =
        new RunOrigin(
            origin.name().orElseGet(() -> RunInput.name(path)),
            origin.time(clock).or(input::time).orElseGet(() -> RunInput.written(path)),
            source.commit(),
            source.branch(),
            new TreeMap<>(origin.labels()),
            origin.environment().or(input::environment));
    return new NewRun(from, input.content());
  }

  private static List<String> notes(List<NewRun> runs, List<Recording> recorded) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      RunOrigin first = recorded.get(i).run().origin();
      if (!recorded.get(i).isNew() && !first.equals(runs.get(i).origin())) {
        notes.add(
            recorded.get(i).run().id()
                + " stays what it was recorded as first; to change that, 'history delete "
                + recorded.get(i).run().id()
                + "' and record it again");
      }
    }
    if (runs.stream().anyMatch(run -> run.origin().commit().isEmpty())) {
      notes.add(
          "without a commit, nights of the same code are not known as such; name it with --commit"
              + " or --git");
    }
    return notes;
  }
}
