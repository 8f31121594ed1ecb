package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionListener;
import io.amorsize.jmh.interleaved.SessionSide;
import java.util.Optional;

/** Shows the progress of sessions that measure a number of forks known before they begin. */
final class CountedProgress implements SessionListener, AutoCloseable {

  private final Terminal terminal;
  private final Optional<TaskProgress> bar;
  private String session = "";
  private int begun;

  /**
   * Shows it.
   *
   * @param bar counts all forks of all sessions; empty where nobody watches
   */
  CountedProgress(Terminal terminal, Optional<TaskProgress> bar) {
    this.terminal = terminal;
    this.bar = bar;
  }

  /** Another session begins. */
  void session(int number, int of) {
    session = "session " + number + " of " + of + ", ";
  }

  @Override
  public void planning(PairedUnit unit) {
    bar.ifPresent(shown -> shown.say(session + unit.shortName() + ", finding its warm-up"));
  }

  @Override
  public void measuring(PairedUnit unit, int pair, SessionSide side) {
    int ended = begun++;
    bar.ifPresent(
        shown -> {
          shown.say(session + unit.shortName());
          shown.reach(ended);
        });
  }

  @Override
  public void note(String message) {
    terminal.say("amorsize: " + message);
  }

  @Override
  public void close() {
    bar.ifPresent(
        shown -> {
          shown.reach(begun);
          shown.close();
        });
  }
}
