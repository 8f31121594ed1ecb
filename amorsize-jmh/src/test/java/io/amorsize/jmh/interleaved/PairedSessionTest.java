package io.amorsize.jmh.interleaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.finding.Finding;
import io.amorsize.jmh.interleaved.SessionOutcome.Ending;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.RowSelection;
import io.amorsize.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedSessionTest {

  private static final String QUIET = "p.B.quiet";
  private static final String SLOWED = "p.B.slowed";
  private static final String NOISY = "p.B.noisy";

  @TempDir private Path folder;
  private final AtomicLong clock = new AtomicLong();
  private ScriptedSides forks = sides();
  private SequentialDesign design = SequentialDesign.upTo(5);
  private Optional<Duration> budget = Optional.empty();
  private UnitRunner runner;

  private static ScriptedSides sides() {
    ScriptedSides sides = new ScriptedSides();
    sides.costs.put("new " + SLOWED, 110.0);
    sides.noise.put(NOISY, 0.05);
    return sides;
  }

  private static BenchmarkUnit unit(String benchmark) {
    return new BenchmarkUnit(benchmark, new TreeMap<>());
  }

  private static SessionSpec spec(String... benchmarks) {
    List<PairedUnit> units = new ArrayList<>();
    for (String benchmark : benchmarks) {
      units.add(PairedUnit.of(unit(benchmark)));
    }
    return spec(units);
  }

  private static SessionSpec spec(List<PairedUnit> units) {
    return new SessionSpec(
        List.of("ab"),
        7,
        new SessionSpec.Side("old", "old.jar", "00"),
        new SessionSpec.Side("new", "new.jar", "01"),
        units,
        List.of(unit("p.B.gone")),
        List.of(unit("p.B.added")));
  }

  private static JarSide side(String label) {
    return new JarSide(label, label + ".jar", Path.of("java"), List.of(), new TreeMap<>());
  }

  private SessionOutcome run(SessionSpec spec, Path at) {
    SessionFolder kept = new SessionFolder(at);
    if (!kept.isSession()) {
      kept.begin(spec);
    }
    JmhArguments arguments = JmhArguments.parse(List.of("-wi", "3"));
    SessionSides sides = new SessionSides(side("old"), side("new"), arguments);
    WarmupMemory memory = new WarmupMemory(at.resolveSibling("memory.json"));
    runner = new UnitRunner(forks, sides, kept, memory, Duration.ofMinutes(1));
    SessionLimits limits = new SessionLimits(design, budget, Duration.ofMinutes(1));
    SequentialDesign judged = design;
    return new PairedSession(kept, kept.spec(), runner, limits, clock::get)
        .run(
            (base, candidate) ->
                Comparison.ofSession(
                    base, candidate, DecisionRule.defaults(), RowSelection.PRIMARY_OF_ALL, judged),
            SessionListener.NONE);
  }

  private static RowComparison row(SessionOutcome outcome, String benchmark) {
    return outcome.comparison().rows().stream()
        .filter(row -> row.key().benchmark().equals(benchmark))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void eachRowStopsWhenItIsDecided() {
    SessionOutcome outcome = run(spec(QUIET, SLOWED, NOISY), folder.resolve("s"));
    assertThat(outcome.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(row(outcome, QUIET).verdict()).isEqualTo(Verdict.SAME);
    assertThat(row(outcome, QUIET).base().forks()).isEqualTo(2);
    assertThat(row(outcome, SLOWED).verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(row(outcome, SLOWED).base().forks()).isLessThan(5);
    assertThat(row(outcome, SLOWED).change().interval().orElseThrow().lower()).isGreaterThan(1.08);
    assertThat(row(outcome, NOISY).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(outcome.comparison().missing()).map(BenchmarkKey::benchmark).contains("p.B.gone");
    assertThat(outcome.comparison().added()).map(BenchmarkKey::benchmark).contains("p.B.added");
    int forksOfRows =
        outcome.comparison().rows().stream().mapToInt(row -> 2 * row.base().forks()).sum();
    assertThat(outcome.cost().forks()).isEqualTo(forksOfRows);
    assertThat(outcome.cost().jmhDefaults()).isEqualTo(Duration.ofMinutes(50));
  }

  @Test
  void aParameterOfOneSideAloneIsSaid() {
    SessionSpec spec =
        new SessionSpec(
            List.of("ab"),
            7,
            new SessionSpec.Side("old", "old.jar", "00"),
            new SessionSpec.Side("new", "new.jar", "01"),
            List.of(PairedUnit.of(unit(QUIET))),
            List.of(unit(SLOWED)),
            List.of(new BenchmarkUnit(SLOWED, new TreeMap<>(Map.of("kind", "x")))));
    assertThat(run(spec, folder.resolve("s")).comparison().findings())
        .extracting(Finding::message)
        .contains(SLOWED + " has the parameter kind on the current side alone: not compared");
  }

  @Test
  void everyPairHasBothSidesInRandomOrder() {
    design = SequentialDesign.upTo(10).withoutGivingUp();
    run(spec(NOISY), folder.resolve("a"));
    List<String> measured = forks.runs.subList(1, forks.runs.size());
    List<String> firsts = new ArrayList<>();
    for (int i = 0; i + 1 < measured.size(); i += 2) {
      assertThat(measured.subList(i, i + 2))
          .containsExactlyInAnyOrder("old " + NOISY + " {}", "new " + NOISY + " {}");
      firsts.add(measured.get(i).substring(0, 3));
    }
    assertThat(firsts).contains("old", "new");
    List<String> before = List.copyOf(forks.runs);
    forks = sides();
    run(spec(NOISY), folder.resolve("b"));
    assertThat(forks.runs).isEqualTo(before);
  }

  @Test
  void killedAtAnyForkItGoesOnAsIfNothingHadHappened() throws IOException {
    SessionSpec spec = spec(QUIET, SLOWED, NOISY);
    SessionOutcome whole = run(spec, folder.resolve("whole"));
    int all = forks.runs.size();
    for (int fork = 1; fork <= all; fork++) {
      forks = sides();
      forks.dieAt(fork);
      Path at = folder.resolve("killed-" + fork);
      assertThatThrownBy(() -> run(spec, at)).isInstanceOf(ScriptedSides.Killed.class);
      SessionOutcome resumed = run(spec, at);
      assertThat(forks.runs).as("killed at %d", fork).hasSizeLessThanOrEqualTo(all + 2);
      assertThat(resumed.comparison().rows().stream().map(RowComparison::verdict).toList())
          .isEqualTo(whole.comparison().rows().stream().map(RowComparison::verdict).toList());
      assertThat(resumed.cost().forks()).isEqualTo(whole.cost().forks());
      assertThat(keptForks(at)).isEqualTo(keptForks(folder.resolve("whole")));
    }
  }

  private static List<String> keptForks(Path session) throws IOException {
    try (var files = Files.list(session.resolve("forks"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFinishedSessionRunsNothing() {
    run(spec(QUIET, SLOWED), folder.resolve("s"));
    int before = forks.runs.size();
    SessionOutcome again = run(spec(QUIET, SLOWED), folder.resolve("s"));
    assertThat(forks.runs).hasSize(before);
    assertThat(row(again, SLOWED).verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void aForkThatFailsOnceIsTriedAgain() {
    forks.failAt(3);
    SessionOutcome outcome = run(spec(QUIET), folder.resolve("s"));
    assertThat(outcome.failures()).isEmpty();
    assertThat(row(outcome, QUIET).verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void aForkThatFailsTwiceTakesNoOtherDown() {
    // Runs 1 to 3 are the probe and the first pair of the first unit.
    forks.failAt(2, 3);
    SessionOutcome outcome = run(spec(NOISY, QUIET), folder.resolve("s"));
    assertThat(outcome.failures()).hasSize(1);
    assertThat(outcome.failures().get(0).message()).isEqualTo("fork 3 broke");
    assertThat(outcome.failures().get(0).unit().base().benchmark()).isEqualTo(NOISY);
    assertThat(row(outcome, QUIET).verdict()).isEqualTo(Verdict.SAME);
    int before = forks.runs.size();
    assertThat(run(spec(NOISY, QUIET), folder.resolve("s")).failures()).hasSize(1);
    assertThat(forks.runs).hasSize(before);
  }

  @Test
  void stoppedItReportsWhatItHasAndGoesOnLater() {
    forks.before.put(
        7,
        () -> {
          runner.stop();
          throw new io.amorsize.jmh.runner.BenchmarkFailedException("stopped");
        });
    SessionOutcome outcome = run(spec(QUIET, SLOWED), folder.resolve("s"));
    assertThat(outcome.ending()).isEqualTo(Ending.STOPPED);
    assertThat(outcome.cost().forks()).isEqualTo(4);
    assertThat(outcome.comparison().rows()).hasSize(2);
    SessionOutcome later = run(spec(QUIET, SLOWED), folder.resolve("s"));
    assertThat(later.ending()).isEqualTo(Ending.COMPLETE);
    assertThat(row(later, SLOWED).verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void noPairBeginsAfterTheBudget() {
    budget = Optional.of(Duration.ofSeconds(20));
    for (int run = 1; run < 100; run++) {
      forks.before.put(run, () -> clock.addAndGet(Duration.ofSeconds(3).toNanos()));
    }
    SessionOutcome outcome = run(spec(SLOWED, NOISY), folder.resolve("s"));
    assertThat(outcome.ending()).isEqualTo(Ending.OUT_OF_TIME);
    assertThat(outcome.comparison().open()).isNotEmpty();
    assertThat(clock.get()).isLessThanOrEqualTo(Duration.ofSeconds(26).toNanos());
    SessionOutcome later = run(spec(SLOWED, NOISY), folder.resolve("s"));
    assertThat(later.cost().forks()).isGreaterThan(outcome.cost().forks());
  }

  @Test
  void modesOfOneProcessAreRowsOfTheirOwn() {
    forks.modes.put(SLOWED, List.of("thrpt", "avgt"));
    SessionOutcome outcome = run(spec(SLOWED), folder.resolve("s"));
    assertThat(outcome.comparison().rows()).hasSize(2);
    assertThat(outcome.comparison().rows())
        .allSatisfy(row -> assertThat(row.verdict()).isEqualTo(Verdict.SLOWER));
  }

  @Test
  void parametersOfASideAreNoPartOfTheRow() throws IOException {
    BenchmarkUnit small = new BenchmarkUnit(SLOWED, new TreeMap<>(Map.of("size", "1", "k", "a")));
    BenchmarkUnit large = new BenchmarkUnit(SLOWED, new TreeMap<>(Map.of("size", "2", "k", "a")));
    SessionSpec spec = spec(List.of(new PairedUnit(small, large, List.of("-bm", "avgt"))));
    SessionOutcome outcome = run(spec, folder.resolve("s"));
    assertThat(row(outcome, SLOWED).key().params()).isEqualTo(Map.of("k", "a"));
    assertThat(row(outcome, SLOWED).verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(Files.readString(folder.resolve("s/candidate.json"))).contains("\"size\" : \"2\"");
    assertThat(forks.requests.get(0).jmhArgs()).contains("-bm");
  }

  @Test
  void aRowThatCannotBeJudgedTakesTwoPairs() {
    forks.costs.put("old " + QUIET, 0.0);
    forks.costs.put("new " + QUIET, 0.0);
    SessionOutcome outcome = run(spec(QUIET), folder.resolve("s"));
    assertThat(row(outcome, QUIET).base().forks()).isEqualTo(2);
    assertThat(outcome.ending()).isEqualTo(Ending.COMPLETE);
  }
}
