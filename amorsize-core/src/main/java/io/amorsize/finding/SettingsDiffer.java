package io.amorsize.finding;

import io.amorsize.result.IterationTime;
import io.amorsize.result.RowSettings;
import java.util.Optional;
import java.util.OptionalInt;

/** Were both sides measured with the same iterations? */
final class SettingsDiffer implements RowCheck {

  /** The warm-up or the measurement of a side. */
  private record Phase(OptionalInt iterations, Optional<IterationTime> time) {

    static Phase of(OptionalInt iterations, Optional<String> time) {
      return new Phase(iterations, time.map(IterationTime::new));
    }

    boolean isKnown() {
      return iterations.isPresent() && (isNone() || time.isPresent());
    }

    /** The time of an iteration says nothing where there is none. */
    boolean isNone() {
      return iterations.orElse(1) == 0;
    }

    boolean isLike(Phase other) {
      return iterations.equals(other.iterations)
          && (isNone() || time.orElseThrow().isLike(other.time.orElseThrow()));
    }

    String text() {
      return isNone() ? "0" : iterations.orElseThrow() + " x " + time.orElseThrow().text();
    }
  }

  @Override
  public Optional<Finding> check(RowEvidence row) {
    Phase baseWarmup = warmup(row.baseSettings());
    Phase currentWarmup = warmup(row.currentSettings());
    Phase base = measurement(row.baseSettings());
    Phase current = measurement(row.currentSettings());
    boolean known =
        baseWarmup.isKnown() && currentWarmup.isKnown() && base.isKnown() && current.isKnown();
    if (!known || (baseWarmup.isLike(currentWarmup) && base.isLike(current))) {
      return Optional.empty();
    }
    return Optional.of(
        RowCheck.finding(
            FindingCode.SETTINGS_DIFFER,
            Severity.WARNING,
            "measured differently: %s + %s against %s + %s (warm-up + measured iterations); use the"
                + " same on both sides",
            baseWarmup.text(),
            base.text(),
            currentWarmup.text(),
            current.text()));
  }

  private static Phase warmup(RowSettings settings) {
    return Phase.of(settings.warmupIterations(), settings.warmupTime());
  }

  private static Phase measurement(RowSettings settings) {
    return Phase.of(settings.measurementIterations(), settings.measurementTime());
  }
}
