package io.amorsize.trend;

import static java.util.Objects.requireNonNull;

import io.amorsize.history.SeriesKey;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.statistics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * Where a series moved. Nights are positions among those of the suite.
 *
 * @param key the series
 * @param kind what it is
 * @param night the first night at the new level; of a drift, one in the middle
 * @param before the last night before it that has the row
 * @param earliest the first night that {@code night} may be; of a drift, the last at the old level
 * @param latest the last night that {@code night} may be; of a drift, the first at the new level
 * @param slowdown cost after over cost before, above 1 is worse
 * @param interval its 95 % interval; its ends are 0 and infinite where the scatter cannot be told
 * @param p probability of so clear a step where the level stayed
 * @param differences facts of the environment that differ between the two nights, in words
 * @param accepted what was agreed on that covers it; empty where nothing was
 */
public record ChangePoint(
    SeriesKey key,
    ChangeKind kind,
    int night,
    int before,
    int earliest,
    int latest,
    double slowdown,
    Interval interval,
    double p,
    List<String> differences,
    Optional<AcceptedChange> accepted) {

  /** Nights that one change may be found apart, as nights are added. */
  private static final int APART = 3;

  /** Checks the order of the nights; copies the list. */
  public ChangePoint {
    requireNonNull(key, "key is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(interval, "interval is null");
    requireNonNull(accepted, "accepted is null");
    differences = List.copyOf(differences);
    if (before < 0 || before >= night || earliest > night || latest < night) {
      throw new IllegalArgumentException(
          "need 0 <= before < night and earliest <= night <= latest, are "
              + List.of(before, night, earliest, latest));
    }
    if (!(slowdown > 0)) {
      throw new IllegalArgumentException("slowdown must be positive, is " + slowdown);
    }
  }

  /** Whether the cost rose. */
  public boolean isWorse() {
    return slowdown > 1;
  }

  /** Whether it is certain; a suspect is not. */
  public boolean isConfirmed() {
    return kind != ChangeKind.SUSPECT;
  }

  /** Whether it is worse, and nobody has agreed to it. */
  public boolean isOpen() {
    return isWorse() && accepted.isEmpty();
  }

  /** The same, covered by what was agreed on. */
  ChangePoint acceptedBy(AcceptedChange agreed) {
    return new ChangePoint(
        key,
        kind,
        night,
        before,
        earliest,
        latest,
        slowdown,
        interval,
        p,
        differences,
        Optional.of(agreed));
  }

  /** Whether two change points of one series are the same one, seen with other nights. */
  boolean isSameAs(ChangePoint other) {
    boolean drift = kind == ChangeKind.DRIFT || other.kind == ChangeKind.DRIFT;
    boolean overlap = earliest <= other.latest && other.earliest <= latest;
    return key.equals(other.key)
        && isWorse() == other.isWorse()
        && (Math.abs(night - other.night) <= APART || (drift && overlap));
  }
}
