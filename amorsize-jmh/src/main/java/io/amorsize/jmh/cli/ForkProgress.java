package io.amorsize.jmh.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how many forks have run, with the expected remaining time. */
final class ForkProgress implements AutoCloseable {

  private static final int UPDATE_MILLIS = 500;

  private final ProgressBar bar;

  ForkProgress(Terminal terminal, String task, int forks) {
    bar = bar(terminal, task, forks, " forks");
  }

  /**
   * A line on a terminal.
   *
   * @param most steps that are expected
   * @param unit what a step is, in words behind a number
   */
  static ProgressBar bar(Terminal terminal, String task, long most, String unit) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(most)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setUnit(unit, 1)
        .setMaxRenderedLength(terminal.width() - 1)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.width() - 1))
        .clearDisplayOnFinish()
        .build();
  }

  /** Says what runs now. */
  void say(String what) {
    bar.setExtraMessage(what);
  }

  /** One more fork has run. */
  void step() {
    bar.step();
  }

  /** So many forks are now expected in all. */
  void expect(int forks) {
    bar.maxHint(forks);
  }

  /** So many forks have run. */
  void reach(int forks) {
    bar.stepTo(forks);
  }

  @Override
  public void close() {
    bar.close();
  }
}
