package io.amorsize.finding;

import io.amorsize.result.RowSettings;
import java.util.Optional;
import java.util.OptionalInt;

/** Were both sides measured with the same iterations? */
final class SettingsDiffer implements RowCheck {

  @Override
  public Optional<Finding> check(RowEvidence row) {
    String base = text(row.baseSettings());
    String current = text(row.currentSettings());
    if (base.contains("?") || current.contains("?") || base.equals(current)) {
      return Optional.empty();
    }
    return Optional.of(
        RowCheck.finding(
            FindingCode.SETTINGS_DIFFER,
            Severity.WARNING,
            "measured differently: %s against %s (warm-up + measured iterations); use the same"
                + " on both sides",
            base,
            current));
  }

  private static String text(RowSettings settings) {
    return number(settings.warmupIterations())
        + " x "
        + settings.warmupTime().orElse("?")
        + " + "
        + number(settings.measurementIterations())
        + " x "
        + settings.measurementTime().orElse("?");
  }

  private static String number(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "?";
  }
}
