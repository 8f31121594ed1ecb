package io.amorsize.jmh.runner;

/** Runs forks; tests use one that replays what was recorded. */
interface ForkRunner {

  /**
   * Runs one fork.
   *
   * @throws BenchmarkFailedException if the fork gave no result
   */
  ForkRun run(ForkRequest request);
}
