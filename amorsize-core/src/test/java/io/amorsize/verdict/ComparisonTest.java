package io.amorsize.verdict;

import static io.amorsize.verdict.Runs.key;
import static io.amorsize.verdict.Runs.metric;
import static io.amorsize.verdict.Runs.noisy;
import static io.amorsize.verdict.Runs.row;
import static io.amorsize.verdict.Runs.run;
import static io.amorsize.verdict.Runs.times;
import static io.amorsize.verdict.Runs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.policy.Glob;
import io.amorsize.policy.Policy;
import io.amorsize.policy.PolicyRule;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RunEnvironment;
import io.amorsize.unit.Better;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a comparison of two runs says, from rows to exit-relevant facts. */
class ComparisonTest {

  private static final DecisionRule RULE = DecisionRule.defaults();
  private static final RowSelection ALLOCATION =
      new RowSelection(List.of(), List.of(), List.of(new Glob("gc.alloc.rate.norm")));

  private static RowComparison only(Comparison comparison) {
    assertThat(comparison.rows()).hasSize(1);
    return comparison.rows().get(0);
  }

  private static Comparison compare(Metric base, Metric current) {
    return Comparison.of(run("a", row("p.A.m", base)), run("b", row("p.A.m", current)), RULE);
  }

  private static List<FindingCode> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ns/op, 1.2, SLOWER",
    "ns/op, 0.8, FASTER",
    "ops/s, 1.2, FASTER",
    "ops/s, 0.8, SLOWER",
    "ops/ms, 1.2, FASTER",
    "s/op, 1.5, SLOWER",
    "ns/op, 1, SAME"
  })
  void directionComesFromTheUnit(String unit, double factor, Verdict expected) {
    Metric base = noisy(unit, 100, 5, 1);
    assertThat(only(compare(base, times(base, factor))).verdict()).isEqualTo(expected);
  }

  @Test
  void slowdownIsCostNowOverCostBefore() {
    Metric base = metric("ops/s", new double[][] {{100, 100}, {100, 100}, {100, 100}});
    Metric current = metric("ops/s", new double[][] {{80, 80}, {80, 80}, {80, 80}});
    RowComparison found = only(compare(base, current));
    assertThat(found.change().slowdown().getAsDouble()).isCloseTo(1.25, within(1e-12));
    assertThat(found.base().center().getAsDouble()).isCloseTo(100, within(1e-9));
    assertThat(found.current().center().getAsDouble()).isCloseTo(80, within(1e-9));
    assertThat(found.verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void unitsOfOneQuantityAreConverted() {
    Metric base = noisy("us/op", 10, 5, 2);
    RowComparison found = only(compare(base, times(noisy("ns/op", 10, 5, 2), 1000)));
    assertThat(found.verdict()).isEqualTo(Verdict.SAME);
    assertThat(found.unit().symbol()).isEqualTo("us/op");
    assertThat(found.change().slowdown().getAsDouble()).isCloseTo(1, within(1e-12));
    assertThat(codes(found.findings())).containsExactly(FindingCode.UNITS_CONVERTED);
  }

  @Test
  void unitsOfOtherQuantitiesAreNotJudged() {
    RowComparison found = only(compare(noisy("us/op", 10, 5, 2), noisy("ops/s", 10, 5, 2)));
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.change().slowdown()).isEmpty();
    assertThat(codes(found.findings())).containsExactly(FindingCode.UNITS_INCOMPATIBLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void fewForksGetNoVerdict(int forks) {
    Metric base = noisy("ns/op", 100, forks, 3);
    RowComparison found = only(compare(base, times(base, 2)));
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.isJudged()).isFalse();
    assertThat(found.change().slowdown().getAsDouble()).isCloseTo(2, within(1e-9));
    assertThat(codes(found.findings())).contains(FindingCode.FEW_FORKS);
  }

  @Test
  void noisyForksAreInconclusiveAndSayWhatItWouldTake() {
    Metric base = metric("ns/op", new double[][] {{100}, {120}, {90}, {130}, {80}});
    Metric current = metric("ns/op", new double[][] {{105}, {118}, {95}, {128}, {86}});
    RowComparison found = only(compare(base, current));
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.suspect()).isFalse();
    assertThat(found.change().smallestDetectable().getAsDouble()).isGreaterThan(0.2);
    assertThat(found.change().forksNeeded().orElse(101)).isGreaterThan(20);
    assertThat(codes(found.findings())).contains(FindingCode.NOISY_FORKS);
  }

  @Test
  void aSuspectIsFlaggedButLostAmongManyRows() {
    List<BenchmarkRow> base = new ArrayList<>();
    List<BenchmarkRow> current = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      base.add(row("p.A.m" + i, noisy("ns/op", 100, 3, 100 + i)));
      current.add(row("p.A.m" + i, noisy("ns/op", i == 0 ? 103.8 : 100, 3, 500 + i)));
    }
    Comparison found = Comparison.of(run("a", base), run("b", current), RULE);
    RowComparison first = found.rows().get(0);
    assertThat(first.change().p().getAsDouble()).isLessThan(0.009);
    assertThat(first.change().q().getAsDouble()).isGreaterThan(0.05);
    assertThat(first.suspect()).isTrue();
    assertThat(first.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.suspects()).containsExactly(first);
    assertThat(found.regressions()).isEmpty();
  }

  @Test
  void opposedSummariesAreMixed() {
    double[][] base = new double[5][];
    double[][] current = new double[5][];
    for (int i = 0; i < 5; i++) {
      double wobble = 1 + 0.001 * i;
      base[i] = new double[] {100 * wobble, 100, 100, 100, 100, 100, 100, 100, 100, 100};
      current[i] = new double[] {80 * wobble, 99, 99, 100, 100, 100, 140, 140, 140, 140};
    }
    RowComparison found = only(compare(metric("ns/op", base), metric("ns/op", current)));
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.suspect()).isFalse();
    assertThat(codes(found.findings())).contains(FindingCode.MIXED_SIGNS);
  }

  @Test
  void aVerdictDoesNotSayTheOppositeOfTheChangeThatIsShown() {
    double[][] base = new double[5][20];
    double[][] current = new double[5][20];
    for (int i = 0; i < 5; i++) {
      // All iterations are 10 % slower, but for a pause in each fork of the base.
      java.util.Arrays.fill(base[i], 100 + 0.1 * i);
      java.util.Arrays.fill(current[i], 110 + 0.1 * i);
      base[i][7] = 600 + 50 * i;
    }
    RowComparison found = only(compare(metric("ns/op", base), metric("ns/op", current)));
    assertThat(found.change().slowdown().getAsDouble()).isLessThan(1);
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.suspect()).isFalse();
    assertThat(codes(found.findings())).contains(FindingCode.MIXED_SIGNS);
  }

  @Test
  void zeroAndNegativeScoresAreNotJudged() {
    Metric zero = metric("ns/op", new double[][] {{0, 1}, {1, 1}, {1, 1}});
    RowComparison found = only(compare(zero, zero));
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(codes(found.findings())).containsExactly(FindingCode.ZERO_OR_NEGATIVE);
  }

  @Test
  void rowsWithoutRawDataAreDescribed() {
    Metric base =
        new Metric(
            metric("ns/op").measurements(), OptionalDouble.of(100), Optional.of("it has text"));
    Metric current =
        new Metric(metric("ns/op").measurements(), OptionalDouble.of(110), Optional.empty());
    RowComparison found = only(compare(base, current));
    assertThat(found.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(found.change().slowdown().getAsDouble()).isCloseTo(1.1, within(1e-12));
    assertThat(found.findings().get(0).message()).startsWith("the base cannot be judged: it has");
    assertThat(codes(found.findings())).containsExactly(FindingCode.NO_RAW_DATA);
  }

  private static Comparison allocation(double[][] before, double[][] now) {
    BenchmarkRow base = row("p.A.m", noisy("ns/op", 100, 3, 1));
    return Comparison.of(
        run("a", with(base, "gc.alloc.rate.norm", metric("B/op", before))),
        run("b", with(base, "gc.alloc.rate.norm", metric("B/op", now))),
        RULE,
        ALLOCATION);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 24, SLOWER",
    "0, 8, SLOWER",
    "0, 7.9, SAME",
    "24, 0, FASTER",
    "0, 0, SAME",
    "0.0001, 0.0009, SAME",
    "0.00001, 16, SLOWER"
  })
  void allocationOfNothingIsJudgedByBytes(double before, double now, Verdict expected) {
    RowComparison found =
        only(
            allocation(
                new double[][] {{before}, {before}, {before}},
                new double[][] {{now}, {now}, {now}}));
    assertThat(found.metric()).isEqualTo("gc.alloc.rate.norm");
    assertThat(found.verdict()).isEqualTo(expected);
    assertThat(found.isJudged()).isFalse();
  }

  @Test
  void allocationThatVariesIsInconclusive() {
    double[][] before = {{0}, {0}, {0}};
    double[][] now = {{0}, {24}, {24}};
    assertThat(only(allocation(before, now)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void allocationHasATightPolicy() {
    double[][] before = {{1000.01}, {1000.02}, {1000.01}};
    double[][] now = {{1024.01}, {1024.02}, {1024.01}};
    assertThat(only(allocation(before, now)).verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void aMetricWhoseDirectionNobodyKnowsIsJudgedOnceSomebodySaysIt() {
    BenchmarkRow base = row("p.A.m", noisy("ns/op", 100, 5, 1));
    Metric hits = noisy("#", 100, 5, 4);
    BenchmarkRun before = run("a", with(base, "hits", hits));
    BenchmarkRun now = run("b", with(base, "hits", times(hits, 1.5)));
    RowSelection selection = new RowSelection(List.of(), List.of(), List.of(new Glob("hit*")));
    RowComparison unknown = only(Comparison.of(before, now, RULE, selection));
    assertThat(unknown.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(codes(unknown.findings())).containsExactly(FindingCode.DIRECTION_UNKNOWN);
    Policy policy =
        new Policy(
            List.of(
                new PolicyRule(
                    Glob.ANY,
                    new Glob("hits"),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.of(Better.HIGHER))),
            List.of(),
            Map.of(),
            List.of());
    DecisionRule agreed = RULE.withPolicy(policy, LocalDate.EPOCH);
    assertThat(only(Comparison.of(before, now, agreed, selection)).verdict())
        .isEqualTo(Verdict.FASTER);
  }

  @Test
  void thresholdsOfAPolicyCount() {
    Metric base = noisy("ns/op", 100, 5, 1);
    BenchmarkRun before = run("a", row("p.A.m", base), row("p.B.m", base));
    Metric slower = times(base, 1.1);
    BenchmarkRun now = run("b", row("p.A.m", slower), row("p.B.m", slower));
    Policy policy =
        new Policy(
            List.of(
                new PolicyRule(
                    new Glob("p.A.*"),
                    new Glob("primary"),
                    OptionalDouble.of(0.2),
                    OptionalDouble.empty(),
                    Optional.empty())),
            List.of(),
            Map.of(),
            List.of());
    Comparison found = Comparison.of(before, now, RULE.withPolicy(policy, LocalDate.EPOCH));
    assertThat(found.rows()).extracting(RowComparison::verdict).contains(Verdict.SLOWER);
    assertThat(found.rows().get(0).verdict()).isNotEqualTo(Verdict.SLOWER);
    assertThat(found.rows().get(1).verdict()).isEqualTo(Verdict.SLOWER);
  }

  @ParameterizedTest
  @CsvSource({"0.25, 2026-12-31, true", "0.15, 2026-12-31, false", "0.25, 2026-01-01, false"})
  void acceptedChangesKeepTheirVerdictAndDoNotFail(
      double upTo, LocalDate until, boolean acceptable) {
    Metric base = noisy("ns/op", 100, 5, 1);
    AcceptedChange change =
        new AcceptedChange(
            new Glob("p.*"), new Glob("primary"), upTo, "checks input", "ann", Optional.of(until));
    DecisionRule rule =
        RULE.withPolicy(Policy.NONE.withAccepted(List.of(change)), LocalDate.of(2026, 6, 1));
    Comparison found =
        Comparison.of(run("a", row("p.A.m", base)), run("b", row("p.A.m", times(base, 1.2))), rule);
    assertThat(only(found).verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(only(found).accepted().isPresent()).isEqualTo(acceptable);
    assertThat(found.regressions().isEmpty()).isEqualTo(acceptable);
    assertThat(found.has(FindingCode.ACCEPTANCE_EXPIRED))
        .isEqualTo(until.isBefore(LocalDate.of(2026, 6, 1)));
  }

  @Test
  void missingAndNewRowsAreNamedAndRenamesSuggested() {
    Metric any = noisy("ns/op", 100, 5, 1);
    Comparison found =
        Comparison.of(
            run("a", row("com.acme.ParserBench.small", any), row("com.acme.Old.run", any)),
            run("b", row("com.acme.ParserBench.tiny", any), row("x.y.Unlike.thing", any)),
            RULE);
    assertThat(found.rows()).isEmpty();
    assertThat(found.missing()).extracting(BenchmarkKey::benchmark).hasSize(2);
    assertThat(found.added()).extracting(BenchmarkKey::benchmark).hasSize(2);
    assertThat(found.findings().stream().filter(f -> f.code() == FindingCode.MAYBE_RENAMED))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("--rename com.acme.ParserBench.small=com.acme.ParserBench.tiny"));
    assertThat(found.geomeanSlowdown()).isEmpty();
  }

  @Test
  void renamesPairRows() {
    Metric any = noisy("ns/op", 100, 5, 1);
    DecisionRule rule =
        RULE.withPolicy(Policy.NONE.withRenames(Map.of("p.Old.m", "p.New.m")), LocalDate.EPOCH);
    Comparison found =
        Comparison.of(run("a", row("p.Old.m", any)), run("b", row("p.New.m", any)), rule);
    assertThat(only(found).key().benchmark()).isEqualTo("p.New.m");
    assertThat(found.missing()).isEmpty();
  }

  @Test
  void aManifestGapIsAnError() {
    Metric any = noisy("ns/op", 100, 5, 1);
    Policy policy = Policy.NONE.withExpected(List.of(new Glob("p.A.*"), new Glob("p.Gone.*")));
    Comparison found =
        Comparison.of(
            run("a", row("p.A.m", any)),
            run("b", row("p.A.m", any)),
            RULE.withPolicy(policy, LocalDate.EPOCH));
    assertThat(found.hasManifestGap()).isTrue();
    assertThat(found.findings().stream().filter(f -> f.code() == FindingCode.MANIFEST_GAP))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("p.Gone.*"));
  }

  @Test
  void duplicateRowsPairInTheirOrder() {
    Metric one = noisy("ns/op", 100, 5, 1);
    Metric two = noisy("ns/op", 200, 5, 2);
    Comparison found =
        Comparison.of(
            run("a", row("p.A.m", one), row("p.A.m", two)),
            run("b", row("p.A.m", one), row("p.A.m", two), row("p.A.m", two)),
            RULE);
    assertThat(found.rows()).extracting(RowComparison::verdict).containsOnly(Verdict.SAME);
    assertThat(found.rows()).hasSize(2);
    assertThat(found.added()).hasSize(1);
    assertThat(codes(found.findings())).contains(FindingCode.DUPLICATE_ROWS);
  }

  @Test
  void otherThreadsAndModesAreNotCompared() {
    Metric any = noisy("ns/op", 100, 5, 1);
    BenchmarkKey one = key("p.A.m");
    BenchmarkKey eight = new BenchmarkKey("p.A.m", "avgt", new TreeMap<>(), 8);
    BenchmarkKey sample = new BenchmarkKey("p.B.m", "sample", new TreeMap<>(), 1);
    Comparison found =
        Comparison.of(
            run("a", row(one, any), row(key("p.B.m"), any)),
            run("b", row(eight, any), row(sample, any)),
            RULE);
    assertThat(found.rows()).isEmpty();
    assertThat(codes(found.findings()))
        .contains(FindingCode.THREADS_DIFFER, FindingCode.MODES_DIFFER);
  }

  @Test
  void aParameterOfOneSideIsSaidOnceForAllBenchmarksThatHaveIt() {
    Metric any = noisy("ns/op", 100, 5, 1);
    Map<String, String> plain = Map.of("size", "1");
    Map<String, String> more = Map.of("size", "1", "kind", "x");
    Comparison found =
        Comparison.of(
            run(
                "a",
                row(with(key("p.A.m"), plain), any),
                row(with(key("p.A.n"), plain), any),
                row(with(key("p.B.m"), more), any),
                row(with(key("p.C.m"), plain), any)),
            run(
                "b",
                row(with(key("p.A.m"), more), any),
                row(with(key("p.A.n"), more), any),
                row(with(key("p.B.m"), Map.of("size", "1", "a", "1", "b", "1")), any),
                row(with(key("p.C.m"), Map.of("size", "2")), any)),
            RULE);
    assertThat(found.rows()).isEmpty();
    assertThat(found.findings())
        .filteredOn(finding -> finding.code() == FindingCode.PARAMS_DIFFER)
        .extracting(Finding::message)
        .containsExactly(
            "p.A.m and 1 other benchmark have the parameter kind on the current side alone: not"
                + " compared",
            "p.B.m has the parameter kind on the base alone and the parameters a, b on the current"
                + " side alone: not compared");
  }

  @Test
  void unknownThreadsMatchAnyNumber() {
    Metric any = noisy("ns/op", 100, 5, 1);
    BenchmarkKey unknown = new BenchmarkKey("p.A.m", "avgt", new TreeMap<>(), 0);
    Comparison found =
        Comparison.of(run("a", row(key("p.A.m"), any)), run("b", row(unknown, any)), RULE);
    assertThat(only(found).verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void theOptimizersPlanIsNoPartOfTheKey() {
    BenchmarkKey own = key("io.amorsize.jmh.benchmarks.CpuIntensive.parallel");
    Metric any = noisy("us/op", 100, 5, 1);
    Comparison found =
        Comparison.of(
            run("a", row(with(own, Map.of("nJobs", "2", "chunkSize", "8")), any)),
            run("b", row(with(own, Map.of("nJobs", "4", "chunkSize", "8")), any)),
            RULE);
    assertThat(only(found).key().params()).isEmpty();
    assertThat(only(found).base().key().params())
        .containsExactly(Map.entry("chunkSize", "8"), Map.entry("nJobs", "2"));
    assertThat(only(found).current().key().params()).containsEntry("nJobs", "4");
    assertThat(codes(found.findings())).contains(FindingCode.PLAN_CHANGED);
    Map<String, String> plan = Map.of("nJobs", "2", "chunkSize", "8");
    Map<String, String> virtual = Map.of("nJobs", "2", "chunkSize", "8", "executor", "virtual");
    Map<String, String> platform = Map.of("nJobs", "2", "chunkSize", "8", "executor", "platform");
    assertThat(comparedPlans(own, plan, virtual)).doesNotContain(FindingCode.PLAN_CHANGED);
    assertThat(comparedPlans(own, platform, virtual)).contains(FindingCode.PLAN_CHANGED);
    BenchmarkKey foreign = key("p.A.m");
    assertThat(
            Comparison.of(
                    run("a", row(with(foreign, Map.of("nJobs", "2")), any)),
                    run("b", row(with(foreign, Map.of("nJobs", "4")), any)),
                    RULE)
                .rows())
        .isEmpty();
  }

  /** Findings of two runs of one row under two plans. */
  private static List<FindingCode> comparedPlans(
      BenchmarkKey key, Map<String, String> before, Map<String, String> now) {
    Metric any = noisy("us/op", 100, 5, 1);
    Comparison found =
        Comparison.of(
            run("a", row(with(key, before), any)), run("b", row(with(key, now), any)), RULE);
    assertThat(found.rows()).hasSize(1);
    return codes(found.findings());
  }

  @Test
  void selectionTakesWholeNames() {
    Metric any = noisy("ns/op", 100, 5, 1);
    BenchmarkRun both = run("a", row("p.A.m", any), row("p.B.m", any));
    RowSelection selection =
        new RowSelection(
            List.of(new Glob("p.*")), List.of(new Glob("*.B.*")), List.of(new Glob("primary")));
    assertThat(only(Comparison.of(both, both, RULE, selection)).key().benchmark())
        .isEqualTo("p.A.m");
  }

  private static RowSettings jdk(String version, String... jvmArgs) {
    return new RowSettings(
        Optional.empty(),
        Optional.of(version),
        Optional.of("OpenJDK 64-Bit Server VM"),
        Optional.empty(),
        Optional.of(List.of(jvmArgs)),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "17.0.9, 17.0.10, -Xmx1g, -Xmx1g, false",
    "17.0.9, 21.0.1, -Xmx1g, -Xmx1g, true",
    "1.8.0_151, 1.8.0_402, -Xmx1g, -Xmx1g, false",
    "24-testing, 24.0.1, -Xmx1g, -Xmx1g, false",
    "17.0.9, 17.0.9, -Xmx1g, -Xmx2g, true",
    "17.0.9, 17.0.9, -Djava.io.tmpdir=a, -Djava.io.tmpdir=b, false"
  })
  void knownDifferencesOfTheJvmMakeItAdvice(
      String before, String now, String argBefore, String argNow, boolean differs) {
    Metric base = noisy("ns/op", 100, 5, 1);
    Comparison found =
        Comparison.of(
            run("a", with(row("p.A.m", base), jdk(before, argBefore))),
            run("b", with(row("p.A.m", times(base, 1.5)), jdk(now, argNow))),
            RULE);
    assertThat(found.environmentsDiffer()).isEqualTo(differs);
    assertThat(found.ignoringEnvironments().environmentsDiffer()).isFalse();
    assertThat(only(found).verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void knownMachinesAreCompared() {
    BenchmarkRun run = run("a", row("p.A.m", noisy("ns/op", 100, 5, 1)));
    RunEnvironment here = new RunEnvironment("A", 2, "Linux", "amd64", "6", "X", 17, List.of());
    RunEnvironment there = new RunEnvironment("B", 2, "Linux", "amd64", "6", "X", 17, List.of());
    Comparison same = Comparison.of(run.measuredIn(here), run.measuredIn(here), RULE);
    assertThat(same.environmentsDiffer()).isFalse();
    assertThat(codes(same.findings())).isEmpty();
    Comparison other = Comparison.of(run.measuredIn(here), run.measuredIn(there), RULE);
    assertThat(other.environmentsDiffer()).isTrue();
    assertThat(other.findings().get(0).message()).contains("CPU A against B");
  }

  @Test
  void rowsThatMoveTogetherAreAFinding() {
    List<BenchmarkRow> base = new ArrayList<>();
    List<BenchmarkRow> current = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Metric metric = noisy("ns/op", 100, 5, i);
      base.add(row("p.A.m" + i, metric));
      current.add(row("p.A.m" + i, times(metric, 1.04)));
    }
    Comparison found = Comparison.of(run("a", base), run("b", current), RULE);
    assertThat(codes(found.findings())).contains(FindingCode.ENVIRONMENT_SHIFTED);
    assertThat(found.count(Verdict.SLOWER)).isGreaterThan(8);
    assertThat(found.geomeanSlowdown().getAsDouble()).isCloseTo(1.04, within(1e-9));
  }

  @Test
  void expectedFalseAlarmsGrowToTheRateOfASuite() {
    Metric any = noisy("ns/op", 100, 5, 1);
    Comparison one = compare(any, any);
    assertThat(one.expectedFalseAlarms()).isCloseTo(0.011, within(1e-12));
    List<BenchmarkRow> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      rows.add(row("p.A.m" + i, noisy("ns/op", 100, 5, i)));
    }
    Comparison many = Comparison.of(run("a", rows), run("b", rows), RULE);
    assertThat(many.expectedFalseAlarms()).isCloseTo(0.05, within(1e-12));
  }
}
