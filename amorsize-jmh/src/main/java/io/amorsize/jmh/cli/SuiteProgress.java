package io.amorsize.jmh.cli;

import io.amorsize.jmh.runner.SuiteListener;
import io.amorsize.workload.WorkloadSpec;

/** Shows a suite's progress, one step for each fork. */
final class SuiteProgress implements SuiteListener, AutoCloseable {

  private final TaskProgress progress;

  SuiteProgress(Terminal terminal, String command, int forks) {
    progress = TaskProgress.ofForks(terminal, command, forks);
  }

  @Override
  public void started(WorkloadSpec<?, ?> spec) {
    progress.say(spec.name());
  }

  @Override
  public void forkEnded(WorkloadSpec<?, ?> spec) {
    progress.step();
  }

  @Override
  public void close() {
    progress.close();
  }
}
