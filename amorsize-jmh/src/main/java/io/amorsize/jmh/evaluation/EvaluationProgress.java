package io.amorsize.jmh.evaluation;

/**
 * Hears how far an evaluation has come. What is expected and what is done are in one unit, which
 * each evaluation chooses so that equal work takes about equal time; calls may come from several
 * threads.
 */
public interface EvaluationProgress {

  /** Nobody listens. */
  EvaluationProgress NONE =
      new EvaluationProgress() {
        @Override
        public void expect(long work) {}

        @Override
        public void done(long work, String what) {}
      };

  /**
   * So much more is expected.
   *
   * @param work 0 or more
   */
  void expect(long work);

  /**
   * So much of it is done.
   *
   * @param work 0 or more
   * @param what what was done, or is done now
   */
  void done(long work, String what);
}
