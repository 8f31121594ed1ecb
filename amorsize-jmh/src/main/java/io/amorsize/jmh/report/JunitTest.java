package io.amorsize.jmh.report;

import io.amorsize.result.BenchmarkKey;

/**
 * One test of a JUnit report.
 *
 * @param type class of a benchmark
 * @param name method of a benchmark, with what else tells its rows apart
 * @param outcome how it ended
 * @param reason a word for why it failed; empty where it did not
 * @param message what is said about it
 */
record JunitTest(String type, String name, Outcome outcome, String reason, String message) {

  /** How a test ends. */
  enum Outcome {
    PASSED,
    SKIPPED,
    FAILED
  }

  /** A test of a row, passed so far. */
  static JunitTest of(BenchmarkKey key) {
    int dot = key.benchmark().lastIndexOf('.');
    StringBuilder name = new StringBuilder(key.benchmark().substring(dot + 1));
    key.params().forEach((param, value) -> name.append(' ').append(param + "=" + value));
    name.append(key.mode().isEmpty() ? "" : " " + key.mode());
    name.append(key.threads() == 0 ? "" : " -t " + key.threads());
    return new JunitTest(
        key.benchmark().substring(0, Math.max(0, dot)), name.toString(), Outcome.PASSED, "", "");
  }

  JunitTest passed(String why) {
    return new JunitTest(type, name, Outcome.PASSED, "", why);
  }

  JunitTest skipped(String why) {
    return new JunitTest(type, name, Outcome.SKIPPED, "", why);
  }

  JunitTest failed(String word, String why) {
    return new JunitTest(type, name, Outcome.FAILED, word, why);
  }
}
