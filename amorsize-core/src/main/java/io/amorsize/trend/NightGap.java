package io.amorsize.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Nights that are missing between two that are there.
 *
 * @param before the last night before the gap
 * @param after the first night after it
 */
public record NightGap(Instant before, Instant after) {

  /** What `history check` allows. */
  private static final Duration ALLOWED = Duration.ofHours(36);

  /** Suites that are measured every few days have gaps where one is left out. */
  private static final double TIMES_THE_USUAL = 1.5;

  /** How long it is. */
  public Duration length() {
    return Duration.between(before, after);
  }

  /** Where nights lie apart by more than 36 hours and more than usual, by time. */
  static List<NightGap> of(List<NightFacts> nights) {
    List<NightGap> distances = new ArrayList<>();
    for (int i = 1; i < nights.size(); i++) {
      distances.add(new NightGap(nights.get(i - 1).time(), nights.get(i).time()));
    }
    if (distances.isEmpty()) {
      return List.of();
    }
    List<Duration> sorted = distances.stream().map(NightGap::length).sorted().toList();
    double usual = sorted.get(sorted.size() / 2).toMillis();
    return distances.stream()
        .filter(gap -> gap.length().compareTo(ALLOWED) > 0)
        .filter(gap -> gap.length().toMillis() > TIMES_THE_USUAL * usual)
        .toList();
  }
}
