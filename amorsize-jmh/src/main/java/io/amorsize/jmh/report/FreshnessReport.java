package io.amorsize.jmh.report;

import io.amorsize.history.RecordedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether nights of a history are missing. */
public final class FreshnessReport {

  /** Gaps further back are history themselves. */
  private static final Duration LOOKED_AT = Duration.ofDays(30);

  private FreshnessReport() {}

  /**
   * The report.
   *
   * @param runs the runs in question, by time
   * @param now when it is asked
   * @param maxAge how old the latest may be, and how far two may lie apart
   * @param place what the history is called
   */
  public static Report of(List<RecordedRun> runs, Instant now, Duration maxAge, String place) {
    if (runs.isEmpty()) {
      return new Report(
          "Freshness",
          place + " holds no run that matches: stale.",
          Tone.BAD,
          List.of(),
          "Next: record one with 'history record RESULT', or look at what should have run.");
    }
    RecordedRun latest = runs.get(runs.size() - 1);
    Duration age = Duration.between(latest.origin().time(), now);
    boolean stale = age.compareTo(maxAge) > 0;
    String headline =
        "The latest run, "
            + latest.id()
            + ", was measured "
            + TimeOfRun.of(latest.origin().time())
            + " UTC, "
            + TimeOfRun.span(age)
            + " ago; "
            + TimeOfRun.span(maxAge)
            + (stale ? " are allowed: stale." : " are allowed.");
    return new Report(
        "Freshness",
        headline,
        stale ? Tone.BAD : Tone.GOOD,
        gaps(runs, now, maxAge),
        stale ? "Next: look at what should have run since." : "Next: nothing to do.");
  }

  private static List<Section> gaps(List<RecordedRun> runs, Instant now, Duration maxAge) {
    List<Section.Paragraph> notes = new ArrayList<>();
    for (int i = 1; i < runs.size(); i++) {
      Instant before = runs.get(i - 1).origin().time();
      Instant after = runs.get(i).origin().time();
      Duration gap = Duration.between(before, after);
      if (gap.compareTo(maxAge) > 0 && after.isAfter(now.minus(LOOKED_AT))) {
        notes.add(
            new Section.Paragraph(
                "no run for " + TimeOfRun.span(gap) + " before " + TimeOfRun.of(after) + " UTC",
                Tone.UNSURE));
      }
    }
    return notes.isEmpty()
        ? List.of()
        : List.of(new Section.Notes("Gaps of the last 30 days:", notes));
  }
}
