package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.page.RowsPage;
import io.amorsize.jmh.page.SuitePage;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.RowsCsv;
import io.amorsize.jmh.report.RowsJson;
import io.amorsize.jmh.report.RowsReport;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a result again; nothing is measured. */
@Command(
    name = "report",
    description =
        "Shows a result again, in any form; nothing is measured. With --open, as a page in the"
            + " browser.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar report reports/20261124-005408 --open",
      "Example: java -jar benchmarks.jar report jmh-result.json --format html -o result.html"
    })
final class ReportCommand implements Callable<Integer> {

  private static final String PAGE = "report.html";
  private static final String REPORT = "report.md";

  private final Terminal terminal;
  private final PageViewer viewer;

  @Mixin private DocumentOptions document;
  @Mixin private LimitOptions limits;

  @Parameters(
      paramLabel = "RESULT",
      description =
          "JMH's JSON, a results file, or the folder that 'suite', 'ab', 'confirm' or 'nightly'"
              + " left.")
  private Path result;

  @Option(names = "--open", description = "Open it as a page in the browser.")
  private boolean open;

  ReportCommand(Terminal terminal, PageViewer viewer) {
    this.terminal = terminal;
    this.viewer = viewer;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    if (open) {
      show(page());
    } else {
      document.write(terminal, found());
    }
    return ExitCode.OK.value();
  }

  private Document found() {
    if (isOfEnding()) {
      return ofFolder(result);
    }
    if (!Files.exists(result)) {
      throw new ResultFormatException(missing(result));
    }
    ComparedSide side =
        new ComparedSide(result.toString(), Optional.of(result), Optional.empty(), limits.limits());
    return side.kinds().contains(ComparedSide.Kind.WORKLOADS)
        ? ofWorkloads(side.results(Optional.empty()).results().values())
        : ofRows(side.rows(Optional.empty()));
  }

  /** Whether it is the folder of a session or a night, which wrote its report when it ended. */
  private boolean isOfEnding() {
    return Files.isRegularFile(result.resolve(REPORT))
        && !Files.isRegularFile(result.resolve(RunFiles.RESULTS));
  }

  private static Document ofRows(BenchmarkRun run) {
    return Document.of(RowsReport.of(run), () -> RowsJson.write(run), () -> RowsCsv.write(run))
        .withPage(() -> RowsPage.write(run));
  }

  private Document ofWorkloads(Collection<PerformanceResult> results) {
    Report report =
        SuiteReport.of(
            results,
            SuiteReport.host(results),
            Optional.empty(),
            "Not compared",
            "Next: 'compare BASE " + result + "' holds it against another result.");
    return Document.of(report, () -> PerformanceResultJson.write(results))
        .withPage(() -> SuitePage.write(report, results));
  }

  /** What a session or a night wrote when it ended. */
  private static Document ofFolder(Path folder) {
    return new Document() {
      @Override
      public String text(int width, boolean colour) {
        return markdown();
      }

      @Override
      public String markdown() {
        return written(folder.resolve(REPORT));
      }

      @Override
      public String html() {
        return written(folder.resolve(PAGE));
      }

      @Override
      public String json() {
        return written(folder.resolve(SessionFolder.COMPARISON));
      }
    };
  }

  private static String written(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ResultFormatException(missing(file));
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String missing(Path file) {
    return file
        + ": there is no such file; name a result of JMH or of workloads, or a folder that 'suite',"
        + " 'ab', 'confirm' or 'nightly' left";
  }

  /** The page of a folder, as it was written; of a file, beside it. */
  private Path page() {
    Path written = result.resolve(PAGE);
    if (Files.isRegularFile(written)) {
      return written;
    }
    String html = found().html();
    String name = result.getFileName().toString();
    Path page =
        Files.isDirectory(result)
            ? written
            : result.resolveSibling(name.replaceFirst("\\.json(\\.gz)?$", "") + ".html");
    WholeFile.write(page, html);
    return page;
  }

  private void show(Path page) {
    terminal.say(
        viewer.show(page)
            ? "Next: look at " + page + " in the browser."
            : "Next: open " + page + " in a browser; this system has no command for it.");
  }
}
