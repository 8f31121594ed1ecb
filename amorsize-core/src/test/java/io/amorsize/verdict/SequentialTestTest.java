package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.statistics.ForkSummaries;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.statistics.SequentialTest;
import io.amorsize.statistics.SuiteTest.Answer;
import io.amorsize.statistics.SuiteTest.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.AggregateWith;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.aggregator.ArgumentsAggregator;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of one session's rows, against an independent implementation and by hand. */
class SequentialTestTest {

  private static final double THRESHOLD = Math.log1p(0.03);
  private static final double MARGIN = 0.05;

  private static SequentialTest upTo(int pairs) {
    return new SequentialTest(ShippedNullTable.get(), SequentialDesign.upTo(pairs));
  }

  /** Forks of eight iterations, each 0.2 % of the first more costly than the one before. */
  private static ForkSummaries rising(String firsts) {
    return ForkSummaries.of(
        Arrays.stream(firsts.split(" "))
            .mapToDouble(Double::parseDouble)
            .mapToObj(SequentialTestTest::rising)
            .toArray(double[][]::new));
  }

  private static double[] rising(double first) {
    double[] fork = new double[8];
    Arrays.setAll(fork, i -> first * (1 + 0.002 * i));
    return fork;
  }

  /** Forks whose iterations all cost the same, so that the three summaries are one. */
  private static ForkSummaries level(double... costs) {
    return ForkSummaries.of(
        Arrays.stream(costs)
            .mapToObj(
                cost -> {
                  double[] fork = new double[8];
                  Arrays.fill(fork, cost);
                  return fork;
                })
            .toArray(double[][]::new));
  }

  private static Row row(ForkSummaries base, ForkSummaries current) {
    return new Row(base, current, THRESHOLD, 0);
  }

  /** What the reference says of the forks of both sides. */
  record Expected(
      int most,
      String base,
      String current,
      double t,
      double p,
      boolean crosses,
      boolean same,
      boolean givesUp) {

    /** Reads a line. */
    static final class Reader implements ArgumentsAggregator {
      @Override
      public Expected aggregateArguments(ArgumentsAccessor line, ParameterContext context) {
        return new Expected(
            line.getInteger(0),
            line.getString(1),
            line.getString(2),
            line.getDouble(3),
            line.getDouble(4),
            line.getBoolean(5),
            line.getBoolean(6),
            line.getBoolean(7));
      }
    }
  }

  /**
   * From an implementation in Python 3.11 whose bounds are values of T: 48.7, 6.95, 3.78 and 2.87
   * after 2 to 5 pairs, of at most 10 4.57 after 4.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5; 100 100.2; 110 110.2; 25.38059453; 0.001585414841; false; false; false",
        "5; 100 100.2; 130 130.2; 71.34222839; 0.0001847334623; true; false; false",
        "5; 100 101; 100.5 101; 0; 1; false; true; true",
        "5; 100 104; 101 104; 0; 1; false; false; true",
        "5; 100 104 102; 112 117 114; 6.615310315; 0.003424970826; false; false; false",
        "5; 100 108 103; 103 104 109; 0; 1; false; false; true",
        "5; 100 108 103; 105 104 112; 1.037873579; 0.4145904285; false; false; false",
        "5; 100 104 102 101; 106 109 111 107; 4.426717205; 0.003524563145; true; false; false",
        "5; 100 108 103 95; 105 104 112 98; 0.8830556885; 0.4238839065; false; false; true",
        "5; 100 104 102 101 103; 104.5 107 105 107 103.5; 3.023927608; 0.01130368852; true;"
            + " false; false",
        "5; 100 108 103 95 97; 105 104 112 98 96; 0; 1; false; false; false",
        "10; 100 104 102 101; 106 109 111 107; 4.426717205; 0.003524563145; false; false; false",
        "10; 100 104 102 101; 108 111 113 109; 5.787836772; 0.001099505509; true; false; false"
      })
  void agreesWithTheReference(@AggregateWith(Expected.Reader.class) Expected expected) {
    SequentialTest test = upTo(expected.most());
    Row row = row(rising(expected.base()), rising(expected.current()));
    Answer answer = test.test(List.of(row)).get(0);
    assertThat(answer.statistic()).isCloseTo(expected.t(), within(1e-8 * expected.t()));
    assertThat(answer.p()).isCloseTo(expected.p(), within(1e-8));
    assertThat(test.crosses(row, answer, 1)).isEqualTo(expected.crosses());
    assertThat(SequentialTest.showsSame(row, MARGIN)).isEqualTo(expected.same());
    assertThat(test.givesUp(row)).isEqualTo(expected.givesUp());
  }

  @Test
  void statisticOfLevelForksByHand() {
    // All summaries have d = log 1.1, s = 0, so S = d / .003 and T = (1 + .7^3 + .6^3)^(1/3) S.
    Row row = row(level(100, 100), level(110, 110));
    Answer answer = upTo(5).test(List.of(row)).get(0);
    double expected = Math.cbrt(1 + 0.343 + 0.216) * Math.log(1.1) / 0.003;
    assertThat(answer.statistic()).isCloseTo(expected, within(1e-9));
    assertThat(answer.effect()).isCloseTo(0.1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"104.3, true", "104.4, false", "95.9, true", "95.7, false"})
  void sidesAreTheSameUpToTwiceTheConstantInsideTheMargin(double cost, boolean same) {
    // s = 0: |log(cost / 100)| + 2 * .003 < log 1.05, that is from 95.81 to 104.37.
    Row row = row(level(100, 100), level(cost, cost));
    assertThat(SequentialTest.showsSame(row, MARGIN)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"1.030, true", "1.032, false"})
  void sidesAreTheSameWithTwoStandardErrorsInsideTheMargin(double ratio, boolean same) {
    // Both sides: logs -a and a around the same center. Sum of squares 4 a^2, variance 2 a^2 with 2
    // degrees of freedom, s = sqrt(2) a; 2 (s + .003) < log 1.05 for a < 0.01513, ratio < 1.0307.
    Row row = row(level(100, 100 * ratio), level(100, 100 * ratio));
    assertThat(SequentialTest.showsSame(row, MARGIN)).isEqualTo(same);
  }

  @Test
  void theProbabilityIsTwiceTheTablesAndCorrectedForTheRows() {
    Row changed = row(level(100, 101), level(120, 121));
    Row equal = row(level(100, 101), level(100, 101));
    List<Answer> answers = upTo(5).test(List.of(changed, equal, equal, equal));
    Answer answer = answers.get(0);
    assertThat(answer.tableP()).isPositive();
    assertThat(answer.p()).isEqualTo(2 * answer.tableP());
    assertThat(answer.q()).isCloseTo(4 * answer.p(), within(1e-15));
    assertThat(answers.get(1).p()).isEqualTo(1);
    assertThat(upTo(5).crosses(equal, answers.get(1), 2)).isFalse();
  }

  /**
   * Among more than 10 rows of at most 5 pairs, the fifth pair is looked at alone and has the whole
   * level of 0.9 %; before it, and among fewer rows, the table's probability has that of its look.
   */
  @ParameterizedTest
  @CsvSource({
    "10, 2, 0.0000001, 1, true",
    "11, 2, 0.0000001, 1, true",
    "11, 4, 0.9, 0.001, false",
    "11, 5, 0.9, 0.001, true",
    "11, 5, 0.9, 0.9, false",
    "10, 5, 0.9, 0.001, false"
  })
  void manyRowsAreLookedAtOnce(int rows, int pairs, double tableP, double p, boolean crosses) {
    double[] costs = new double[pairs];
    Arrays.fill(costs, 100);
    Row row = row(level(costs), level(costs));
    Answer answer = new Answer(9, 1, 0.1, false, tableP, p, p);
    assertThat(upTo(5).crosses(row, answer, rows)).isEqualTo(crosses);
  }

  @Test
  void whatDoesNotDifferCrossesNothing() {
    Row row = row(level(100, 100), level(100, 100));
    assertThat(upTo(5).crosses(row, new Answer(0, 0, 0, false, 0, 0, 0), 1)).isFalse();
  }
}
