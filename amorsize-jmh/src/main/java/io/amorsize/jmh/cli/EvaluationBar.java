package io.amorsize.jmh.cli;

import io.amorsize.jmh.evaluation.EvaluationProgress;
import java.util.Optional;

/**
 * Shows how far an evaluation has come, with the expected remaining time, where somebody watches.
 */
final class EvaluationBar implements EvaluationProgress, AutoCloseable {

  /** Work is counted in percent of all of it. */
  private static final int STEPS = 100;

  private final Optional<TaskProgress> bar;
  private long expected;
  private long done;

  private EvaluationBar(Optional<TaskProgress> bar) {
    this.bar = bar;
  }

  /** For a command that writes this document. */
  static EvaluationBar of(String task, Terminal terminal, DocumentOptions document) {
    return of(task, terminal, document.showsProgress(terminal));
  }

  /** For any command of an evaluation. */
  static EvaluationBar of(String task, Terminal terminal, boolean shown) {
    return new EvaluationBar(
        shown
            ? Optional.of(new TaskProgress(terminal, "evaluate " + task, STEPS, "%"))
            : Optional.empty());
  }

  @Override
  public synchronized void expect(long work) {
    expected += work;
    show();
  }

  @Override
  public synchronized void done(long work, String what) {
    done += work;
    bar.ifPresent(line -> line.say(what));
    show();
  }

  private void show() {
    if (expected > 0) {
      bar.ifPresent(line -> line.reach((int) (STEPS * done / expected)));
    }
  }

  @Override
  public void close() {
    bar.ifPresent(TaskProgress::close);
  }
}
