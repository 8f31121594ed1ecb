package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionListener;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.report.Numbers;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.HashMap;
import java.util.Map;

/** Shows a session's progress: what runs, its pair, and what the row looks like so far. */
final class SessionProgress implements SessionListener, AutoCloseable {

  private final Terminal terminal;
  private final int mostPairs;
  private final TaskProgress progress;
  private final Map<String, Double> slowdowns = new HashMap<>();
  private int pairs;

  SessionProgress(Terminal terminal, String command, int units, int mostPairs) {
    this.terminal = terminal;
    this.mostPairs = mostPairs;
    this.progress = TaskProgress.ofForks(terminal, command, 2 * units * mostPairs);
  }

  @Override
  public void planning(PairedUnit unit) {
    progress.say(unit.shortName() + ", finding its warm-up");
  }

  @Override
  public void measuring(PairedUnit unit, int pair, SessionSide side) {
    Double slowdown = slowdowns.get(unit.base().benchmark() + unit.base().params());
    String estimate = slowdown == null ? "" : ", " + Numbers.changeOfCost(slowdown);
    progress.say(unit.shortName() + ", pair " + pair + " of " + mostPairs + estimate);
  }

  @Override
  public void measured(PairedUnit unit, int pair) {
    pairs++;
    progress.reach(2 * pairs);
  }

  @Override
  public void looked(Comparison comparison) {
    int open = 0;
    for (RowComparison row : comparison.rows()) {
      row.change()
          .slowdown()
          .ifPresent(
              slowdown -> slowdowns.put(row.key().benchmark() + row.key().params(), slowdown));
      open += row.isOpen() ? Math.max(0, mostPairs - row.base().forks()) : 0;
    }
    progress.expect(2 * (pairs + open));
  }

  @Override
  public void note(String message) {
    terminal.say("amorsize: " + message);
  }

  @Override
  public void close() {
    progress.close();
  }
}
