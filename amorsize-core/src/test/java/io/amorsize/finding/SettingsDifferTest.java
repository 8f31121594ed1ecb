package io.amorsize.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.RowSettings;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsDifferTest {

  private static final RowSettings USUAL = settings(5, "10 s", 5, "10 s");

  private static RowSettings settings(int warmup, String warmupTime, int iterations, String time) {
    return Evidence.settings(OptionalInt.of(warmup), warmupTime, OptionalInt.of(iterations), time);
  }

  private static Optional<Finding> check(RowSettings base, RowSettings current) {
    return new SettingsDiffer().check(Evidence.ofSettings(base, current));
  }

  @Test
  void saysWhatDiffers() {
    assertThat(check(USUAL, settings(3, "1 s", 10, "100 ms")))
        .contains(
            new Finding(
                FindingCode.SETTINGS_DIFFER,
                Severity.WARNING,
                "measured differently: 5 x 10 s + 5 x 10 s against 3 x 1 s + 10 x 100 ms (warm-up +"
                    + " measured iterations); use the same on both sides"));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 10 s, 5, 10 s",
    "5, 9 s, 5, 10 s",
    "5, 10 s, 6, 10 s",
    "5, 10 s, 5, 11 s",
    "5, 10 ms, 5, 10 s",
    "5, single-shot, 5, 10 s",
    "0, 10 s, 5, 10 s",
  })
  void anyPartMayDiffer(int warmup, String warmupTime, int iterations, String time) {
    RowSettings other = settings(warmup, warmupTime, iterations, time);
    assertThat(check(USUAL, other)).isPresent();
    assertThat(check(other, USUAL)).isPresent();
  }

  @Test
  void theSameIsTheSame() {
    assertThat(check(USUAL, settings(5, "10 s", 5, "10 s"))).isEmpty();
    RowSettings once = settings(5, "single-shot", 5, "single-shot");
    assertThat(check(once, once)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1 s, 1000 ms",
    "1 min, 60 s",
    "100 ms, 100000 us",
    "1 s, 1000000000 ns",
    "1 hr, 60 min"
  })
  void aTimeMayBeWrittenInAnotherUnit(String time, String other) {
    assertThat(check(settings(5, time, 5, time), settings(5, other, 5, other))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1 s, 1 x", "1 x, 1 s", "s, 1 s", "1 s, 1001 ms"})
  void anotherWordIsAnotherTime(String time, String other) {
    assertThat(check(settings(5, time, 5, time), settings(5, other, 5, other))).isPresent();
  }

  @Test
  void theTimeOfNoIterationSaysNothing() {
    assertThat(check(settings(0, "10 s", 5, "1 s"), settings(0, "1 s", 5, "1 s"))).isEmpty();
    assertThat(check(settings(0, "", 5, "1 s"), settings(0, "1 s", 5, "1 s"))).isEmpty();
    assertThat(check(settings(0, "10 s", 5, "1 s"), settings(5, "1 s", 5, "1 s")))
        .map(Finding::message)
        .contains(
            "measured differently: 0 + 5 x 1 s against 5 x 1 s + 5 x 1 s (warm-up + measured"
                + " iterations); use the same on both sides");
  }

  @Test
  void saysNothingOfWhatIsNotKnown() {
    assertThat(check(RowSettings.UNKNOWN, RowSettings.UNKNOWN)).isEmpty();
    assertThat(check(USUAL, RowSettings.UNKNOWN)).isEmpty();
    assertThat(check(RowSettings.UNKNOWN, USUAL)).isEmpty();
    assertThat(check(USUAL, settings(4, "", 5, "10 s"))).isEmpty();
    RowSettings noCount = Evidence.settings(OptionalInt.empty(), "10 s", OptionalInt.of(9), "1 s");
    assertThat(check(USUAL, noCount)).isEmpty();
    assertThat(check(settings(4, "10 s", 5, ""), USUAL)).isEmpty();
  }
}
