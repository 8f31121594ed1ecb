package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.unit.MetricUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BenchmarkRunTest {

  private static Metric metric(String unit, double score, Fork... forks) {
    return new Metric(
        new Measurements(MetricUnit.parse(unit), List.of(forks)),
        OptionalDouble.of(score),
        Optional.empty());
  }

  private static BenchmarkRow row(String name, Metric primary) {
    return row(name, primary, Map.of());
  }

  private static BenchmarkRow row(String name, Metric primary, Map<String, Metric> secondary) {
    BenchmarkKey key = new BenchmarkKey(name, "avgt", new TreeMap<>(), 1);
    return new BenchmarkRow(key, primary, new TreeMap<>(secondary), RowSettings.UNKNOWN);
  }

  private static BenchmarkRow asked(BenchmarkRow row, int forks, String jdk, List<String> jvmArgs) {
    RowSettings settings =
        new RowSettings(
            Optional.empty(),
            Optional.of(jdk),
            Optional.empty(),
            Optional.empty(),
            Optional.of(jvmArgs),
            OptionalInt.of(forks),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty());
    return new BenchmarkRow(row.key(), row.primary(), row.secondary(), settings);
  }

  private static BenchmarkRun run(BenchmarkRow... rows) {
    return new BenchmarkRun("file", List.of(rows), Optional.empty(), List.of());
  }

  private static List<BenchmarkRow> join(BenchmarkRun... runs) {
    return BenchmarkRun.join("side", List.of(runs)).rows();
  }

  @Test
  void rowsOfOneKeyInSeveralFilesAreForksOfOneRow() {
    List<BenchmarkRow> rows =
        join(
            run(
                row("a", metric("us/op", 2, Fork.of(1, 3))),
                row("b", metric("us/op", 9, Fork.of(9)))),
            run(
                row("c", metric("us/op", 8, Fork.of(8))),
                row("a", metric("us/op", 5, Fork.of(5)))));
    assertThat(rows.stream().map(row -> row.key().benchmark())).containsExactly("a", "b", "c");
    assertThat(rows.get(0).primary()).isEqualTo(metric("us/op", 3, Fork.of(1, 3), Fork.of(5)));
  }

  @Test
  void unitsOfOneQuantityAreConverted() {
    List<BenchmarkRow> rows =
        join(
            run(row("a", metric("us/op", 1, Fork.of(1)))),
            run(row("a", metric("ms/op", .003, Fork.of(.003)))));
    assertThat(rows).hasSize(1);
    Metric joined = rows.get(0).primary();
    assertThat(joined.unit().symbol()).isEqualTo("us/op");
    assertThat(joined.measurements().forkMeans()[1]).isCloseTo(3, within(1e-12));
    assertThat(joined.score().orElseThrow()).isCloseTo(2, within(1e-12));
  }

  @Test
  void rowsInOtherUnitsStayRows() {
    BenchmarkRow time = row("a", metric("us/op", 1, Fork.of(1)));
    BenchmarkRow rate = row("a", metric("ops/s", 1, Fork.of(1)));
    List<BenchmarkRow> rows = join(run(time), run(rate), run(time), run(rate));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).primary()).isEqualTo(metric("us/op", 1, Fork.of(1), Fork.of(1)));
    assertThat(rows.get(1).primary()).isEqualTo(metric("ops/s", 1, Fork.of(1), Fork.of(1)));
  }

  @Test
  void duplicatesInAFileStayRowsAndMeetTheirLike() {
    BenchmarkRun first =
        run(row("a", metric("s/op", 1, Fork.of(1))), row("a", metric("s/op", 2, Fork.of(2))));
    BenchmarkRun second =
        run(row("a", metric("s/op", 3, Fork.of(3))), row("a", metric("s/op", 4, Fork.of(4))));
    List<BenchmarkRow> rows = join(first, second);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).primary()).isEqualTo(metric("s/op", 2, Fork.of(1), Fork.of(3)));
    assertThat(rows.get(1).primary()).isEqualTo(metric("s/op", 3, Fork.of(2), Fork.of(4)));
    assertThat(join(first)).isEqualTo(first.rows());
  }

  @Test
  void secondaryMetricsAreJoinedByName() {
    Metric primary = metric("s/op", 1, Fork.of(1));
    BenchmarkRow first =
        row(
            "a",
            primary,
            Map.of(
                "rate", metric("MB/sec", 1, Fork.of(1)),
                "odd", metric("B/op", 1, Fork.of(1)),
                "mine", metric("B/op", 1, Fork.of(1))));
    BenchmarkRow second =
        row(
            "a",
            primary,
            Map.of(
                "rate", metric("GB/sec", 2, Fork.of(2)),
                "odd", metric("counts", 1, Fork.of(1)),
                "theirs", metric("B/op", 4, Fork.of(4))));
    Map<String, Metric> joined = join(run(first), run(second)).get(0).secondary();
    assertThat(joined).containsOnlyKeys("rate", "odd", "mine", "theirs");
    assertThat(joined.get("rate").measurements().forkMeans()).containsExactly(1, 2000);
    assertThat(joined.get("mine")).isEqualTo(metric("B/op", 1, Fork.of(1)));
    assertThat(joined.get("theirs")).isEqualTo(metric("B/op", 4, Fork.of(4)));
    assertThat(joined.get("odd").problem()).hasValue("the files give it in B/op and in counts");
    assertThat(joined.get("odd").measurements().forks()).isEmpty();
  }

  @Test
  void aProblemInOneFileIsOneOfTheRow() {
    Metric good = metric("s/op", 1, Fork.of(1));
    Metric bad = Metric.unusable(MetricUnit.parse("s/op"), OptionalDouble.empty(), "holds NaN");
    for (List<Metric> metrics : List.of(List.of(good, bad), List.of(bad, good))) {
      Metric joined =
          join(run(row("a", metrics.get(0))), run(row("a", metrics.get(1)))).get(0).primary();
      assertThat(joined.problem()).hasValue("holds NaN");
      assertThat(joined.measurements().forks()).isEmpty();
      assertThat(joined.score()).isEmpty();
    }
  }

  @Test
  void aScoreThatNoUnitHoldsIsAProblem() {
    Metric joined =
        join(
                run(row("a", metric("ns/op", 1, Fork.of(1)))),
                run(row("a", metric("s/op", 1e305, Fork.of(1e305)))))
            .get(0)
            .primary();
    assertThat(joined.problem()).hasValue("a score is too large for ns/op");
    assertThat(joined.score()).isEmpty();
  }

  @Test
  void settingsOfTheFirstFileStandAndDifferencesAreNoted() {
    BenchmarkRow row = row("a", metric("s/op", 1, Fork.of(1)));
    BenchmarkRun joined =
        BenchmarkRun.join(
            "side",
            List.of(
                run(asked(row, 5, "21", List.of("-ea"))).named("x"),
                new BenchmarkRun("y", List.of(row), Optional.empty(), List.of("y: note")),
                run(asked(row, 3, "17", List.of("-ea")))));
    assertThat(joined.rows().get(0).settings().jdkVersion()).hasValue("21");
    assertThat(joined.rows().get(0).settings().forks()).isEmpty();
    assertThat(joined.notes())
        .containsExactly(
            "y: note",
            "side: forks of one row were measured with different JDK version (17 and 21); their"
                + " spread holds that too");
    assertThat(forksAsked(row, 5, 3)).hasValue(8);
    assertThat(forksAsked(row, 5, 0)).hasValue(0);
    assertThat(forksAsked(row, Integer.MAX_VALUE, 3)).hasValue(Integer.MAX_VALUE);
  }

  private static OptionalInt forksAsked(BenchmarkRow row, int first, int second) {
    return join(run(asked(row, first, "21", List.of())), run(asked(row, second, "21", List.of())))
        .get(0)
        .settings()
        .forks();
  }

  @Test
  void theFirstIterationsOfEachForkCanBeLeftOut() {
    BenchmarkRow row =
        row(
            "a",
            metric("s/op", 1, Fork.of(9, 2, 3), Fork.of(8, 5)),
            Map.of("gc", metric("B/op", 1, Fork.of(7))));
    BenchmarkRun run = run(row);
    BenchmarkRow shorter = run.withoutFirstIterations(1).rows().get(0);
    assertThat(shorter.primary()).isEqualTo(metric("s/op", 1, Fork.of(2, 3), Fork.of(5)));
    assertThat(shorter.secondary()).isEqualTo(row.secondary());
    assertThat(run.withoutFirstIterations(0)).isEqualTo(run);
    assertThatThrownBy(() -> run.withoutFirstIterations(2))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(
            "file: a: cannot leave out the first 2 iterations: fork 2 has only 2; leave out at most"
                + " 1");
    assertThatThrownBy(() -> run.withoutFirstIterations(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("count must be at least 0, is -1");
  }

  @Test
  void aRowThatCannotBeJudgedStaysWhenIterationsAreLeftOut() {
    Metric bad = Metric.unusable(MetricUnit.parse("s/op"), OptionalDouble.of(1), "no rawData");
    assertThat(run(row("a", bad)).withoutFirstIterations(3)).isEqualTo(run(row("a", bad)));
  }

  @Test
  void textIsShownOnOneLineAndNotEndless() {
    assertThat(ShownText.of("a\nb\u001b[0m\u2028c\u202e")).isEqualTo("a b [0m c ");
    assertThat(ShownText.of("x".repeat(100))).hasSize(100);
    assertThat(ShownText.of("x".repeat(101))).isEqualTo("x".repeat(100) + "...");
    assertThat(ShownText.of("x".repeat(99) + "\uD83D\uDE00y")).isEqualTo("x".repeat(99) + "...");
  }

  @Test
  void forksCanBeShortenedByLessThanTheirLength() {
    assertThat(Fork.of(1, 2, 3).withoutFirst(2)).isEqualTo(Fork.of(3));
    assertThatThrownBy(() -> Fork.of(1, 2).withoutFirst(2))
        .hasMessage("count must be 0 to 1, is 2");
    assertThat(Fork.of(1, 2).times(10)).isEqualTo(Fork.of(10, 20));
  }
}
