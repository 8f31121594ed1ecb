package io.amorsize.jmh.evaluation;

import java.util.List;

/**
 * What working with a history takes.
 *
 * @param place what the history is called
 * @param scale how large it was made
 * @param timings what was done
 * @param bytes what it takes of the disk or the server
 */
public record HistoryScores(String place, HistoryScale scale, List<Timing> timings, long bytes) {

  /** Copies the timings. */
  public HistoryScores {
    timings = List.copyOf(timings);
  }

  /**
   * How long something took.
   *
   * @param what what was done, in words
   * @param times how often
   * @param medianSeconds half of the times took longer
   * @param mostSeconds the longest
   */
  public record Timing(String what, int times, double medianSeconds, double mostSeconds) {}
}
