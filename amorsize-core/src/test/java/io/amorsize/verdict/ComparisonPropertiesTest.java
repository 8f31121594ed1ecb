package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold for any two runs. */
class ComparisonPropertiesTest {

  private static final DecisionRule RULE = DecisionRule.defaults();

  private static List<BenchmarkRow> suite(long seed, int rows, String unit) {
    Random random = new Random(seed);
    List<BenchmarkRow> suite = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      double score = 100 * (random.nextInt(4) == 0 ? 1.08 : 1);
      int forks = 3 + random.nextInt(3);
      suite.add(Runs.row("p.A.m" + i, Runs.noisy(unit, score, forks, random.nextLong())));
    }
    return suite;
  }

  private static Comparison compare(List<BenchmarkRow> base, List<BenchmarkRow> current) {
    return Comparison.of(Runs.run("a", base), Runs.run("b", current), RULE);
  }

  private static Map<BenchmarkKey, RowComparison> byKey(Comparison comparison) {
    return comparison.rows().stream()
        .collect(Collectors.toMap(RowComparison::key, Function.identity()));
  }

  @Property(tries = 60)
  void exchangingTheSidesExchangesSlowerAndFaster(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int rows) {
    Comparison there = compare(suite(seed, rows, "ns/op"), suite(~seed, rows, "ns/op"));
    Comparison back = compare(suite(~seed, rows, "ns/op"), suite(seed, rows, "ns/op"));
    for (int i = 0; i < rows; i++) {
      RowComparison one = there.rows().get(i);
      RowComparison other = back.rows().get(i);
      Verdict mirrored =
          switch (one.verdict()) {
            case SLOWER -> Verdict.FASTER;
            case FASTER -> Verdict.SLOWER;
            default -> one.verdict();
          };
      assertThat(other.verdict()).isEqualTo(mirrored);
      assertThat(other.suspect()).isEqualTo(one.suspect());
      assertThat(other.change().p().getAsDouble())
          .isCloseTo(one.change().p().getAsDouble(), within(1e-9));
      assertThat(other.change().slowdown().getAsDouble())
          .isCloseTo(1 / one.change().slowdown().getAsDouble(), within(1e-9));
    }
  }

  @Property(tries = 40)
  void theUnitOfTheScoresDoesNotMatter(@ForAll long seed) {
    List<BenchmarkRow> base = suite(seed, 6, "ns/op");
    List<BenchmarkRow> current = suite(~seed, 6, "ns/op");
    Comparison plain = compare(base, current);
    Comparison scaled = compare(scaled(base), scaled(current));
    for (int i = 0; i < 6; i++) {
      assertThat(scaled.rows().get(i).verdict()).isEqualTo(plain.rows().get(i).verdict());
      assertThat(scaled.rows().get(i).change().p().getAsDouble())
          .isCloseTo(plain.rows().get(i).change().p().getAsDouble(), within(1e-6));
    }
  }

  private static List<BenchmarkRow> scaled(List<BenchmarkRow> rows) {
    return rows.stream()
        .map(row -> Runs.row(row.key(), Runs.times(row.primary(), 1234.5)))
        .toList();
  }

  @Property(tries = 40)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
    List<BenchmarkRow> base = suite(seed, 9, "ops/s");
    List<BenchmarkRow> current = suite(~seed, 9, "ops/s");
    Map<BenchmarkKey, RowComparison> plain = byKey(compare(base, current));
    List<BenchmarkRow> mixed = new ArrayList<>(base);
    Collections.shuffle(mixed, new Random(seed));
    List<BenchmarkRow> otherwise = new ArrayList<>(current);
    Collections.shuffle(otherwise, new Random(seed + 1));
    byKey(compare(mixed, otherwise))
        .forEach(
            (key, row) -> {
              assertThat(row.verdict()).isEqualTo(plain.get(key).verdict());
              assertThat(row.change().p().getAsDouble())
                  .isCloseTo(plain.get(key).change().p().getAsDouble(), within(1e-12));
            });
  }

  @Property(tries = 40)
  void aRunAgainstItselfRaisesNothing(@ForAll long seed) {
    List<BenchmarkRow> suite = suite(seed, 10, "ns/op");
    Comparison found = compare(suite, suite);
    assertThat(found.count(Verdict.SLOWER) + found.count(Verdict.FASTER)).isZero();
    assertThat(found.suspects()).isEmpty();
    assertThat(found.geomeanSlowdown().getAsDouble()).isEqualTo(1);
  }

  @Property(tries = 40)
  void rowsAreTheSumOfTheVerdicts(@ForAll long seed) {
    Comparison found = compare(suite(seed, 15, "ns/op"), suite(~seed, 15, "ns/op"));
    int sum = 0;
    for (Verdict verdict : Verdict.values()) {
      sum += found.count(verdict);
    }
    assertThat(sum).isEqualTo(found.rows().size()).isEqualTo(15);
  }
}
