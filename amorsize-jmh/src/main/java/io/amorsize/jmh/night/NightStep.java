package io.amorsize.jmh.night;

/** A step of a night. */
interface NightStep {

  /** Its word, which names it in files. */
  String word();

  /**
   * Does it, and leaves a file that says what came of it.
   *
   * @return what came of it, in a sentence without a full stop
   */
  String run(Night night);
}
