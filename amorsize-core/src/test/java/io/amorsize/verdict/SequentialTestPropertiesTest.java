package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.statistics.ForkSummaries;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.statistics.SequentialTest;
import io.amorsize.statistics.SuiteTest.Answer;
import io.amorsize.statistics.SuiteTest.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold for the forks of any session. */
class SequentialTestPropertiesTest {

  private static final SequentialTest TEST =
      new SequentialTest(ShippedNullTable.get(), SequentialDesign.upTo(10));

  /** What a session makes of a row. */
  private record Look(Answer answer, boolean crosses, boolean same, boolean givesUp) {

    static Look at(double[][] base, double[][] current) {
      Row row = new Row(ForkSummaries.of(base), ForkSummaries.of(current), Math.log1p(0.03), 0);
      Answer answer = TEST.test(List.of(row)).get(0);
      return new Look(
          answer,
          TEST.crosses(row, answer, 1),
          SequentialTest.showsSame(row, 0.05),
          TEST.givesUp(row));
    }

    void decidesLike(Look other) {
      assertThat(answer.statistic()).isCloseTo(other.answer.statistic(), within(1e-6));
      assertThat(answer.p()).isCloseTo(other.answer.p(), within(1e-6));
      assertThat(List.of(crosses, same, givesUp))
          .isEqualTo(List.of(other.crosses, other.same, other.givesUp));
    }
  }

  private static double[][] side(Random random, int forks, double level, double sd) {
    double[][] side = new double[forks][10];
    for (double[] fork : side) {
      double center = level * Math.exp(sd * random.nextGaussian());
      Arrays.setAll(fork, i -> center * Math.exp(sd * Math.abs(random.nextGaussian())));
    }
    return side;
  }

  /** From quiet to noisy and from equal to a fifth slower, so that all decisions come up. */
  private static double[][] changed(Random random, int forks, double sd) {
    return side(random, forks, 100 * (1 + 0.2 * random.nextInt(3) / 2), sd);
  }

  private static double sd(Random random) {
    return 0.002 * (1 + random.nextInt(20));
  }

  @Property(tries = 200)
  void swappingTheSidesChangesOnlyTheSign(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int pairs) {
    Random random = new Random(seed);
    double sd = sd(random);
    double[][] base = side(random, pairs, 100, sd);
    double[][] current = changed(random, pairs, sd);
    Look look = Look.at(base, current);
    Look swapped = Look.at(current, base);
    swapped.decidesLike(look);
    assertThat(swapped.answer().sign()).isEqualTo(-look.answer().sign());
  }

  @Property(tries = 200)
  void theOrderOfForksWithinASideDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int pairs) {
    Random random = new Random(seed);
    double sd = sd(random);
    double[][] base = side(random, pairs, 100, sd);
    double[][] current = changed(random, pairs, sd);
    Look look = Look.at(base, current);
    Collections.shuffle(Arrays.asList(base), random);
    Collections.shuffle(Arrays.asList(current), random);
    Look.at(base, current).decidesLike(look);
  }

  @Property(tries = 200)
  void aUnitDoesNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 10) int pairs,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double factor) {
    Random random = new Random(seed);
    double sd = sd(random);
    double[][] base = side(random, pairs, 100, sd);
    double[][] current = changed(random, pairs, sd);
    Look.at(scaled(base, factor), scaled(current, factor)).decidesLike(Look.at(base, current));
  }

  private static double[][] scaled(double[][] side, double factor) {
    return Arrays.stream(side)
        .map(fork -> Arrays.stream(fork).map(cost -> cost * factor).toArray())
        .toArray(double[][]::new);
  }
}
