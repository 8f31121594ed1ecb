package io.amorsize.jmh.cli;

import io.amorsize.jmh.runner.SuiteListener;
import io.amorsize.workload.WorkloadSpec;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a suite's progress with the expected remaining time, one step for each fork. */
final class SuiteProgress implements SuiteListener, AutoCloseable {

  private static final int UPDATE_MILLIS = 500;

  private final ProgressBar bar;

  SuiteProgress(Terminal terminal, int forks) {
    bar =
        new ProgressBarBuilder()
            .setTaskName("suite")
            .setInitialMax(forks)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setUnit(" forks", 1)
            .setMaxRenderedLength(terminal.width() - 1)
            .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width() - 1))
            .clearDisplayOnFinish()
            .build();
  }

  @Override
  public void started(WorkloadSpec<?, ?> spec) {
    bar.setExtraMessage(spec.name());
  }

  @Override
  public void forkEnded(WorkloadSpec<?, ?> spec) {
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
