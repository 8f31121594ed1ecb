package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.statistics.NullDistribution;
import io.amorsize.verdict.ShippedNullTable;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

class NullTableEvaluationTest {

  private static JsonNode shipped() throws Exception {
    try (InputStream in = ShippedNullTable.class.getResourceAsStream("null-table.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static NullDistribution distribution(List<Double> t, List<Double> p, double kappa) {
    return new NullDistribution(
        t.stream().mapToDouble(Double::doubleValue).toArray(),
        p.stream().mapToDouble(Double::doubleValue).toArray(),
        kappa);
  }

  private static List<Double> doubles(JsonNode array) {
    return array.valueStream().map(JsonNode::doubleValue).toList();
  }

  private static double critical(NullEntry entry) {
    return distribution(entry.t(), entry.p(), entry.kappa()).critical(0.01);
  }

  @Test
  void hasTheEntriesAndTheFormOfTheShippedTable() throws Exception {
    Corpus corpus = new Corpus("made up", SyntheticRows.of(40, 10, 0.3, 5), true);
    HeardProgress heard = new HeardProgress();
    EvaluationSettings settings = new EvaluationSettings(Path.of("unused"), 1, 2, heard);
    Map<String, NullEntry> entries =
        new NullTableEvaluation(TreeReader::read).evaluate(settings, List.of(corpus));
    assertThat(heard.done()).isPositive().isEqualTo(heard.expected());
    JsonNode json = new ObjectMapper().readTree(NullTableJson.write(entries));
    JsonNode shipped = shipped();
    assertThat(json.get("about")).isEqualTo(shipped.get("about"));
    assertThat(json.get("entries").propertyStream().map(Map.Entry::getKey).toList())
        .isEqualTo(shipped.get("entries").propertyStream().map(Map.Entry::getKey).toList());
    assertThat(json.get("entries").get("5v5/3/A").propertyStream().map(Map.Entry::getKey))
        .containsExactly("p", "t", "kappa");
    assertThat(critical(entries.get("2v2/0/A"))).isGreaterThan(critical(entries.get("5v5/0/A")));
  }

  @Test
  void anEntryHoldsTheQuantilesOfItsSample() {
    // 1 to 1000 and 1000 zeros: half is above 0; 2 % of all, or 40, lie above 960 or so.
    double[] sample = IntStream.range(0, 2000).mapToDouble(i -> Math.max(0, i - 999)).toArray();
    NullEntry entry = NullEntry.of(sample);
    assertThat(entry.p()).containsExactly(0.5, 0.2, 0.1, 0.05, 0.02, 0.01);
    assertThat(entry.t().get(0)).isZero();
    assertThat(entry.t().get(1)).isCloseTo(600, within(1.0));
    assertThat(entry.t().get(5)).isCloseTo(980, within(1.0));
  }

  @Test
  void aSampleThatNeverMovesIsRefused() {
    assertThatThrownBy(() -> NullEntry.of(new double[100]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only 0.0 of the statistics are above 0");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder of recorded benchmarks")
  void theShippedTableCanBeMadeAgain() throws Exception {
    Path data = Path.of(System.getenv("AMORSIZE_DATA"));
    EvaluationSettings settings = new EvaluationSettings(data, 1, 2, EvaluationProgress.NONE);
    Map<String, NullEntry> entries = new NullTableEvaluation(TreeReader::read).evaluate(settings);
    JsonNode shipped = shipped().get("entries");
    for (String key : List.of("3v3/3/A", "5v5/3/A", "5v3/3/A", "5v5/0/A", "10v10/3/A", "5v5/3/C")) {
      JsonNode one = shipped.get(key);
      double expected =
          distribution(doubles(one.get("t")), doubles(one.get("p")), one.get("kappa").doubleValue())
              .critical(0.01);
      assertThat(critical(entries.get(key)) / expected).as(key).isCloseTo(1, within(0.06));
    }
  }
}
