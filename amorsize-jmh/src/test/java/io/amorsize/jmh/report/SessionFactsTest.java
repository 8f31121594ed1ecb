package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.interleaved.BenchmarkUnit;
import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionOutcome;
import io.amorsize.jmh.interleaved.SessionOutcome.Ending;
import io.amorsize.verdict.Comparison;
import io.amorsize.warmup.PilotWarmup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFactsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "499, 0 s",
    "59000, 59 s",
    "59499, 59 s",
    "59500, 1 min",
    "60000, 1 min",
    "200000, 3 min 20 s",
    "3599400, 59 min 59 s",
    "3599600, 1 h",
    "3629000, 1 h",
    "3631000, 1 h 1 min",
    "4980000, 1 h 23 min",
    "7199000, 2 h",
  })
  void timesReadAsPeopleSayThem(long millis, String words) {
    assertThat(SessionFacts.inWords(Duration.ofMillis(millis))).isEqualTo(words);
  }

  private static SessionFacts facts(Comparison comparison, Ending ending, String... failures) {
    PairedUnit unit = PairedUnit.of(new BenchmarkUnit("a.B.c", new TreeMap<>()));
    SessionOutcome.Cost cost =
        new SessionOutcome.Cost(
            24,
            Duration.ofSeconds(200),
            Duration.ofSeconds(10),
            Duration.ofSeconds(300),
            Duration.ofSeconds(5000));
    return new SessionFacts(
        new SessionOutcome(
            comparison,
            Comparisons.base(),
            Comparisons.current("21.0.5"),
            List.of(failures).stream().map(why -> new SessionOutcome.Failure(unit, why)).toList(),
            List.of(),
            List.of(
                new SessionOutcome.Warmup(
                    unit,
                    new PilotWarmup(12, OptionalInt.of(8), true),
                    Optional.of(Duration.ofMillis(100)))),
            ending,
            cost),
        Path.of("reports", "ab-1"));
  }

  private static String next(Ending ending, String... failures) {
    Comparison comparison = Comparisons.mixed();
    return NextStep.of(comparison, Optional.of(facts(comparison, ending, failures)));
  }

  @Test
  void theMostPressingThingComesNext() {
    Path folder = Path.of("reports", "ab-1");
    assertThat(next(Ending.OUT_OF_TIME, "failed"))
        .isEqualTo("Next: go on with 'ab --resume " + folder + "'.");
    assertThat(next(Ending.STOPPED)).isEqualTo("Next: go on with 'ab --resume " + folder + "'.");
    assertThat(next(Ending.COMPLETE, "failed"))
        .isEqualTo("Next: see " + folder.resolve("jmh.log") + " for what failed.");
    assertThat(next(Ending.COMPLETE)).startsWith("Next: 'confirm " + folder + "' runs the ");
  }

  @Test
  void theHeadlineSaysHowItEnded() {
    Comparison comparison = Comparisons.mixed();
    assertThat(facts(comparison, Ending.COMPLETE).ending()).isEmpty();
    assertThat(facts(comparison, Ending.COMPLETE, "x", "y").ending()).isEqualTo("; 2 failed");
    assertThat(facts(comparison, Ending.STOPPED, "x").ending())
        .startsWith("; 1 failed; stopped with ")
        .endsWith(" open");
    assertThat(facts(comparison, Ending.OUT_OF_TIME).ending()).startsWith("; out of time with ");
  }

  @Test
  void theCostIsSaidInOneSentence() {
    assertThat(facts(Comparisons.mixed(), Ending.COMPLETE).sentences())
        .containsExactly(
            "Measured 24 forks in 3 min 20 s (10 s of it to find the warm-up); a fixed 5 v 5 would"
                + " have taken 5 min with the same iterations, and 1 h 23 min with JMH's"
                + " defaults.",
            "Warm-up of each fork: 12 iterations, half as much again as pilots took to settle; 1 of"
                + " 1 benchmark settled.",
            "Both sides' results and all forks are in " + Path.of("reports", "ab-1") + ".");
  }

  @Test
  void programsGetTheSame() {
    assertThat(facts(Comparisons.mixed(), Ending.OUT_OF_TIME, "why").json())
        .containsEntry("ending", "out-of-time")
        .containsEntry("forks", 24)
        .containsEntry("elapsedSeconds", 200.0)
        .containsEntry("planningSeconds", 10.0)
        .containsEntry("fixedSeconds", 300.0)
        .containsEntry("jmhDefaultsSeconds", 5000.0)
        .hasEntrySatisfying(
            "failures",
            failures -> assertThat(failures.toString()).contains("a.B.c").contains("why"));
  }
}
