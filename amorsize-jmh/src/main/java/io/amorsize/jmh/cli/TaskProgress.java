package io.amorsize.jmh.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how much of a task is done, with the expected remaining time, in a line of a terminal. */
final class TaskProgress implements AutoCloseable {

  private static final int UPDATE_MILLIS = 500;

  private final Line line;
  private final ProgressBar bar;

  /**
   * A task.
   *
   * @param most steps that are expected
   * @param unit what a step is, behind a number
   */
  TaskProgress(Terminal terminal, String task, int most, String unit) {
    line = new Line(terminal.err(), terminal.width() - 1);
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(most)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setUnit(" " + unit, 1)
            .setMaxRenderedLength(terminal.width() - 1)
            .setConsumer(line)
            .build();
  }

  /** A task whose steps are forks. */
  static TaskProgress ofForks(Terminal terminal, String task, int forks) {
    return new TaskProgress(terminal, task, forks, "forks");
  }

  /** Says what runs now. */
  void say(String what) {
    bar.setExtraMessage(what);
  }

  /** One more step is done. */
  void step() {
    bar.step();
  }

  /** So many steps are now expected in all. */
  void expect(int steps) {
    bar.maxHint(steps);
  }

  /** So many steps are done. */
  void reach(int steps) {
    bar.stepTo(steps);
  }

  @Override
  public void close() {
    bar.close();
    line.clear();
  }

  /** At the end it is as if nothing had stood there. */
  private static final class Line extends ConsoleProgressBarConsumer {

    private final PrintStream out;

    Line(PrintStream out, int columns) {
      super(out, columns);
      this.out = out;
    }

    @Override
    public void clear() {
      out.print("\r" + " ".repeat(getMaxRenderedLength()) + "\r");
      out.flush();
    }

    /** Begins no new line. */
    @Override
    public void close() {
      out.flush();
    }
  }
}
