package io.amorsize.history;

import io.amorsize.verdict.SessionNoise;
import java.util.HashMap;
import java.util.Map;

/**
 * How much two sessions of the same code differ, as far as a history shows it.
 *
 * @param usual sd of the log ratio of two sessions in the middle series, at least 0
 * @param series the same for each series that was measured more than once at one commit
 */
public record LearnedNoise(double usual, Map<SeriesKey, SeriesNoise> series) {

  /** Nothing was learned. */
  public static final LearnedNoise NONE = new LearnedNoise(0, Map.of());

  /** Copies the series. */
  public LearnedNoise {
    series = Map.copyOf(series);
    if (!(usual >= 0) || Double.isInfinite(usual)) {
      throw new IllegalArgumentException("usual must be 0 or more, is " + usual);
    }
  }

  /** Whether anything was learned. */
  public boolean isEmpty() {
    return series.isEmpty();
  }

  /** Both together; of what both know, the larger. */
  public LearnedNoise orLarger(LearnedNoise other) {
    Map<SeriesKey, SeriesNoise> larger = new HashMap<>(series);
    other.series.forEach(
        (key, noise) -> larger.merge(key, noise, (mine, its) -> mine.sd() < its.sd() ? its : mine));
    return new LearnedNoise(Math.max(usual, other.usual), larger);
  }

  /** What a comparison of rows of JMH is to be told. */
  public SessionNoise forRows() {
    Map<SessionNoise.Row, Double> rows = new HashMap<>();
    series.forEach(
        (key, noise) -> {
          if (!key.isWorkload()) {
            rows.put(new SessionNoise.Row(key.row(), key.metric()), noise.sd());
          }
        });
    return new SessionNoise(usual, rows);
  }
}
