package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.statistics.DetectableChange;
import io.amorsize.statistics.Equivalence;
import io.amorsize.statistics.ForkSummaries;
import io.amorsize.statistics.MeanRatio;
import io.amorsize.statistics.NullDistribution;
import io.amorsize.statistics.SuiteTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule against an independent implementation in Python 3.11 with NumPy 2.4 and SciPy 1.17, on
 * forks drawn from random numbers; {@code rule-fixtures.json} holds inputs and what that
 * implementation gives, with 10 significant digits.
 */
class SuiteTestFixturesTest {

  private static final double ALPHA = 0.009;
  private static final double RELATIVE = 1e-8;

  private static JsonNode fixtures() {
    try (InputStream in =
        SuiteTest.class.getResourceAsStream("/io/amorsize/statistics/rule-fixtures.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A case.
   *
   * @param name what it is about
   * @param json inputs and expected values
   */
  record Case(String name, JsonNode json) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return fixtures().get("rule").valueStream().map(c -> new Case(c.get("name").asText(), c));
  }

  private static double[][] forks(JsonNode side) {
    return side.valueStream()
        .map(fork -> fork.valueStream().mapToDouble(JsonNode::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  private static double[] means(double[][] forks) {
    return Arrays.stream(forks)
        .mapToDouble(fork -> Arrays.stream(fork).average().orElseThrow())
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheReference(Case fixture) {
    double threshold = fixture.json().at("/options/threshold").asDouble(0.03);
    double sessionSd = fixture.json().at("/options/session_sd").asDouble(0);
    List<SuiteTest.Row> rows = new ArrayList<>();
    List<JsonNode> expected = new ArrayList<>();
    List<double[][]> bases = new ArrayList<>();
    List<double[][]> currents = new ArrayList<>();
    for (int i = 0; i < fixture.json().get("expected").size(); i++) {
      JsonNode wanted = fixture.json().get("expected").get(i);
      if (wanted.has("T")) {
        double[][] base = forks(fixture.json().get("base").get(i));
        double[][] current = forks(fixture.json().get("current").get(i));
        bases.add(base);
        currents.add(current);
        expected.add(wanted);
        rows.add(
            new SuiteTest.Row(
                ForkSummaries.of(base),
                ForkSummaries.of(current),
                Math.log1p(threshold),
                sessionSd));
      }
    }
    List<SuiteTest.Answer> answers = new SuiteTest(ShippedNullTable.get()).test(rows);
    for (int i = 0; i < rows.size(); i++) {
      JsonNode wanted = expected.get(i);
      SuiteTest.Answer answer = answers.get(i);
      close(answer.statistic(), wanted, "T");
      close(answer.tableP(), wanted, "pTable");
      close(answer.p(), wanted, "p");
      close(answer.q(), wanted, "q");
      close(answer.effect(), wanted, "effect");
      assertThat(answer.sign()).isEqualTo(wanted.get("sign").intValue());
      assertThat(answer.mixed()).isEqualTo(wanted.get("mixed").booleanValue());
      describe(rows.get(i), means(bases.get(i)), means(currents.get(i)), wanted, threshold);
    }
  }

  private static void describe(
      SuiteTest.Row row, double[] base, double[] current, JsonNode wanted, double threshold) {
    MeanRatio ratio = MeanRatio.of(base, current, row.sessionSd(), 0.95);
    close(ratio.ratio(), wanted, "slowdown");
    assertThat(ratio.interval().lower())
        .isCloseTo(wanted.at("/ci/0").doubleValue(), within(RELATIVE));
    assertThat(ratio.interval().upper())
        .isCloseTo(wanted.at("/ci/1").doubleValue(), within(RELATIVE));
    assertThat(Equivalence.isShown(base, current, row, 0.05))
        .isEqualTo(wanted.get("equivalent").booleanValue());
    DetectableChange detectable = new DetectableChange(ShippedNullTable.get(), ALPHA);
    close(detectable.smallest(row), wanted, "smallestDetectable");
    OptionalInt forks = detectable.forksNeeded(row, Math.log1p(Math.max(0.05, 1.5 * threshold)));
    assertThat(forks)
        .isEqualTo(
            wanted.get("forksNeeded").isNull()
                ? OptionalInt.empty()
                : OptionalInt.of(wanted.get("forksNeeded").intValue()));
  }

  private static void close(double actual, JsonNode wanted, String key) {
    double expected = wanted.get(key).doubleValue();
    assertThat(actual)
        .as(key)
        .isCloseTo(expected, within(RELATIVE * Math.max(1e-3, Math.abs(expected))));
  }

  static Stream<Case> tableCases() {
    return Stream.concat(
        fixtures().at("/units/pValue").valueStream().map(c -> new Case("pValue " + c, c)),
        fixtures().at("/units/critical").valueStream().map(c -> new Case("critical " + c, c)));
  }

  @ParameterizedTest
  @MethodSource("tableCases")
  void readsTheTableAsTheReferenceDoes(Case fixture) {
    JsonNode json = fixture.json();
    NullDistribution distribution =
        ShippedNullTable.get()
            .find(
                json.get("na").intValue(),
                json.get("nb").intValue(),
                json.get("iterations").intValue(),
                Math.log1p(json.get("threshold").doubleValue()));
    double actual =
        json.has("t")
            ? distribution.pValue(json.get("t").doubleValue())
            : distribution.critical(json.get("p").doubleValue());
    close(actual, json, "expected");
  }
}
