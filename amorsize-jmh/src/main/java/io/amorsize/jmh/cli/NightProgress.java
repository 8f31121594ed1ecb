package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionListener;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.runner.SuiteListener;
import io.amorsize.verdict.Comparison;
import io.amorsize.workload.WorkloadSpec;
import java.util.function.BooleanSupplier;

/** Shows what a night measures, between the lines about its steps. */
final class NightProgress implements SessionListener, SuiteListener {

  private final Terminal terminal;
  private final BooleanSupplier shown;
  private TaskProgress progress;
  private int begun;

  /**
   * Shows it.
   *
   * @param shown whether somebody watches; without, there are the lines alone
   */
  NightProgress(Terminal terminal, BooleanSupplier shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  /** A step has ended. */
  void line(String text) {
    if (progress != null) {
      reach(begun);
      progress.close();
      progress = null;
    }
    terminal.say(text);
  }

  @Override
  public void expecting(int forks) {
    if (shown.getAsBoolean()) {
      begun = 0;
      progress = TaskProgress.ofForks(terminal, "nightly", forks);
    }
  }

  @Override
  public void planning(PairedUnit unit) {
    say(unit.shortName() + ", finding its warm-up");
  }

  @Override
  public void measuring(PairedUnit unit, int pair, SessionSide side) {
    say(unit.shortName());
    reach(begun);
    begun++;
  }

  @Override
  public void looked(Comparison comparison) {
    reach(begun);
  }

  @Override
  public void started(WorkloadSpec<?, ?> spec) {
    say(spec.name());
  }

  @Override
  public void forkEnded(WorkloadSpec<?, ?> spec) {
    begun++;
    reach(begun);
  }

  private void say(String what) {
    if (progress != null) {
      progress.say(what);
    }
  }

  private void reach(int forks) {
    if (progress != null) {
      progress.reach(forks);
    }
  }
}
