package io.amorsize.jmh.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told. */
final class HeardProgress implements EvaluationProgress {

  private final List<String> lines = new ArrayList<>();
  private long expected;
  private long done;

  @Override
  public synchronized void expect(long work) {
    expected += work;
  }

  @Override
  public synchronized void done(long work, String what) {
    done += work;
    lines.add(what);
  }

  List<String> lines() {
    return lines;
  }

  long expected() {
    return expected;
  }

  long done() {
    return done;
  }
}
