package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.jmh.report.BaselineReport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the baselines. */
@Command(
    name = "list",
    description = "Lists the named baselines.",
    footer = {"", "Example: java -jar benchmarks.jar baseline list"})
final class BaselineListCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DocumentOptions document;
  @Mixin private BaselineOptions baselines;

  BaselineListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    List<Baseline> found =
        baselines.store().names().stream()
            .map(baselines.store()::find)
            .<Baseline>mapMulti(Optional::ifPresent)
            .toList();
    document.write(
        terminal,
        BaselineReport.list(found, baselines.folder().toString()),
        () -> BaselineReport.json(found));
    return ExitCode.OK.value();
  }
}
