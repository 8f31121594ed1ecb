package io.amorsize.jmh.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.evaluation.EvaluationProgress;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.TextFormat;
import io.amorsize.jmh.schema.Schemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaceTest {

  private static final SpeedScale SCALE = new SpeedScale(1, 4, 8, EvaluationProgress.NONE);

  private final List<Timed> ran = new ArrayList<>();

  private Racer racer(Timed what, double seconds) {
    return new Racer(
        what,
        () -> {
          ran.add(what);
          return seconds * ran.size();
        });
  }

  @Test
  void everyRoundHasEachOnceInAnOrderOfItsOwn() {
    Map<Timed, List<Double>> seconds =
        new Race(7)
            .run(
                List.of(racer(Timed.READ, 1), racer(Timed.TOKENS, 2), racer(Timed.PAGE, 3)), 1, 20);
    List<List<Timed>> rounds = new ArrayList<>();
    for (int round = 0; round <= 20; round++) {
      rounds.add(ran.subList(3 * round, 3 * round + 3));
    }
    assertThat(rounds)
        .allSatisfy(
            round ->
                assertThat(round).containsExactlyInAnyOrder(Timed.READ, Timed.TOKENS, Timed.PAGE));
    assertThat(rounds.stream().distinct().count()).isGreaterThan(3);
    assertThat(seconds.values()).allSatisfy(times -> assertThat(times).hasSize(20));
  }

  @Test
  void aPassIsAsLongAsTheClockSaysForEachRepetition() {
    AtomicLong nanos = new AtomicLong();
    Racer racer = Racer.of(Timed.CHUNKS, nanos::get, 4, () -> nanos.addAndGet(1_000_000_000));
    assertThat(racer.pass().getAsDouble()).isEqualTo(1);
    Racer idle = Racer.of(Timed.CHUNKS, nanos::get, 4, () -> 0);
    assertThatThrownBy(() -> idle.pass().getAsDouble())
        .hasMessage("a chunk of one item: nothing was done");
  }

  @Test
  void theReportShowsRatiosWithinRoundsAndGrowth() {
    Map<Timed, List<Double>> seconds = new EnumMap<>(Timed.class);
    for (Timed what : Timed.values()) {
      if (what != Timed.PYTHON) {
        seconds.put(what, List.of(1.0, 2.0, 3.0, 4.0));
      }
    }
    seconds.put(Timed.READ, List.of(1.5, 3.0, 4.5, 6.0));
    seconds.put(Timed.PAGE_LONG, List.of(9.0, 18.0, 27.0, 36.0));
    Report report = SpeedReport.of(new SpeedScores(SCALE, 2, seconds), "Here.");
    Schemas.assertTells("amorsize.speed/1", report);
    String text = new TextFormat(80, false).write(report);
    assertThat(text)
        .contains("reading by 2 threads")
        .containsPattern("takes 1.50\\s+of Jackson's tokens alone")
        .containsPattern("reading +3.75 s +tokens +2.50 s +1.50 +1.50-1.50")
        .containsPattern("page, 5000 rows +22.50 s +600 +2.50 s +8.33 +9.00")
        .doesNotContain("Python");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void allWaysReadTheGeneratedFile(@TempDir Path folder) {
    Path file = new GeneratedResults(3, 4).write(folder.resolve("x.json"), 5, 1);
    assertThat(JsonReading.OURS.read(file)).isEqualTo(5);
    assertThat(JsonReading.TOKENS.read(file))
        .isEqualTo(JsonReading.NUMBERS.read(file))
        .isEqualTo(JsonReading.FAST_NUMBERS.read(file))
        .isGreaterThan(5 * 3 * 4);
    int rows = new GeneratedResults(10, 100).rows(4);
    assertThat(new GeneratedResults(10, 100).write(folder.resolve("y.json"), rows, 1))
        .extracting(path -> path.toFile().length() / 1e6)
        .satisfies(megabytes -> assertThat(megabytes).isBetween(3.6, 4.4));
  }

  @Test
  void eachTaskTimesWhatItIsFor(@TempDir Path folder) {
    AtomicLong nanos = new AtomicLong();
    assertThat(SpeedTask.DISPATCH.racers(folder, 1, nanos::incrementAndGet))
        .allSatisfy(racer -> assertThat(racer.pass().getAsDouble()).isPositive());
    Racer few = SpeedTask.JUDGING.racers(folder, 1, nanos::incrementAndGet).get(0);
    assertThat(few.what()).isEqualTo(Timed.JUDGE_FEW);
    assertThat(few.pass().getAsDouble()).isPositive();
    Racer nights = SpeedTask.TRENDS.racers(folder, 1, nanos::incrementAndGet).get(0);
    assertThat(nights.pass().getAsDouble()).isPositive();
  }

  @Test
  void refusesARaceThatShowsNoSpread() {
    assertThatThrownBy(() -> new SpeedScale(1, 1, 8, EvaluationProgress.NONE))
        .hasMessage("rounds must be at least 2, is 1");
    assertThatThrownBy(() -> new SpeedScale(1, 2, 3, EvaluationProgress.NONE))
        .hasMessage("megabytes must be at least 4, is 3");
  }
}
