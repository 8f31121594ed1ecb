package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Records old results, a file a run. */
@Command(
    name = "import",
    description = {
      "Records old results, each file as a run of its own, and what 'history export' wrote.",
      "Time and commit come from the files' names, as in 2026-01-26-d32fd12.json.gz, else from the"
          + " git commit that changed the file last, else from the time it was written."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar history import results/",
      "Example: java -jar benchmarks.jar history import history.jsonl.gz"
    })
final class HistoryImportCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private DocumentOptions document;
  @Mixin private HistoryOptions history;
  @Mixin private OriginOptions origin;
  @Mixin private LimitOptions limits;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, and folders of files: *.json, *.jsonl, both also .gz.")
  private List<Path> files = new ArrayList<>();

  HistoryImportCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    List<String> problems = new ArrayList<>();
    ImportedFiles imported = new ImportedFiles(origin, clock, limits.limits());
    List<Path> found = ImportedFiles.expand(files);
    try (HistoryStore store = history.open(terminal, clock)) {
      Recorder recorder = new Recorder(store);
      Optional<TaskProgress> progress = progress(found.size());
      try {
        for (Path file : found) {
          read(file, imported, recorder).ifPresent(problems::add);
          progress.ifPresent(TaskProgress::step);
        }
      } finally {
        progress.ifPresent(TaskProgress::close);
      }
      write(recorder, problems);
    }
    return (problems.isEmpty() ? ExitCode.OK : ExitCode.USAGE).value();
  }

  /** Reads a file; gives back what is wrong with it. */
  private static Optional<String> read(Path file, ImportedFiles imported, Recorder recorder) {
    try {
      imported.read(file, recorder::add);
      return Optional.empty();
    } catch (ResultFormatException e) {
      return Optional.of(e.getMessage());
    }
  }

  private Optional<TaskProgress> progress(int files) {
    return document.showsProgress(terminal)
        ? Optional.of(new TaskProgress(terminal, "history import", files, "files"))
        : Optional.empty();
  }

  private void write(Recorder recorder, List<String> problems) {
    String next =
        problems.isEmpty()
            ? Recorder.NEXT
            : "Next: look at the files that could not be read, and import them again.";
    document.write(terminal, recorder.finish(history.place(terminal).shown(), problems, next));
  }
}
