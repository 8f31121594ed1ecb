package io.amorsize.jmh.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.result.Fork;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmhRowsTest {

  private static ObjectNode row(String raw, String gcCount, double gcScore) {
    try {
      return (ObjectNode)
          new ObjectMapper()
              .readTree(
                  """
                  {"benchmark": "a.B.c", "mode": "avgt", "threads": 1, "forks": 1,
                   "warmupIterations": 2, "measurementIterations": 3,
                   "primaryMetric": {"score": 0, "scoreError": 0, "scoreConfidence": [0, 0],
                     "scorePercentiles": {}, "scoreUnit": "us/op", "rawData": [%s]},
                   "secondaryMetrics": {
                     "gc.count": {"score": %s, "scoreUnit": "counts", "rawData": [%s]}}}
                  """
                      .formatted(raw, gcScore, gcCount));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private final ObjectNode first = row("[1.0, 2.0, 3.0]", "[1, 2, 0]", 3);
  private final ObjectNode second = row("[2.0, 4.0, 6.0]", "[0, 0, 1]", 1);

  @Test
  void joinsForksAndStatesWhatJmhWouldHave() {
    ObjectNode merged = JmhRows.merge(List.of(first, second));
    assertThat(merged.get("forks").intValue()).isEqualTo(2);
    assertThat(merged.at("/primaryMetric/rawData").toString())
        .isEqualTo("[[1.0,2.0,3.0],[2.0,4.0,6.0]]");
    assertThat(merged.at("/primaryMetric/score").doubleValue()).isEqualTo(3);
    // SciPy 1.17.1: stats.t.ppf(.9995, 5) * stats.sem([1, 2, 3, 2, 4, 6]) = 5.01628...
    assertThat(merged.at("/primaryMetric/scoreError").doubleValue())
        .isCloseTo(5.016281715449698, within(1e-9));
    assertThat(merged.at("/primaryMetric/scoreConfidence/0").doubleValue())
        .isCloseTo(3 - 5.016281715449698, within(1e-9));
    assertThat(merged.at("/primaryMetric/scorePercentiles/0.0").doubleValue()).isEqualTo(1);
    assertThat(merged.at("/primaryMetric/scorePercentiles/50.0").doubleValue()).isEqualTo(2.5);
    assertThat(merged.at("/primaryMetric/scorePercentiles/100.0").doubleValue()).isEqualTo(6);
  }

  @Test
  void sumsWhatJmhSums() {
    ObjectNode merged = JmhRows.merge(List.of(first, second));
    assertThat(merged.at("/secondaryMetrics/gc.count/score").doubleValue()).isEqualTo(4);
    assertThat(merged.at("/secondaryMetrics/gc.count/scoreError").textValue()).isEqualTo("NaN");
  }

  @Test
  void oneOrTwoScoresHaveNoError() {
    ObjectNode merged = JmhRows.merge(List.of(row("[1.0]", "[0]", 0), row("[2.0]", "[0]", 0)));
    assertThat(merged.at("/primaryMetric/score").doubleValue()).isEqualTo(1.5);
    assertThat(merged.at("/primaryMetric/scoreError").textValue()).isEqualTo("NaN");
  }

  @Test
  void putsTheWarmupInFront() {
    ObjectNode full =
        JmhRows.withWarmup(
            JmhRows.merge(List.of(first, second)), List.of(new double[] {9, 8}, new double[] {7}));
    assertThat(full.at("/primaryMetric/rawData").toString())
        .isEqualTo("[[9.0,8.0,1.0,2.0,3.0],[7.0,2.0,4.0,6.0]]");
    assertThat(full.get("warmupIterations").intValue()).isZero();
    assertThat(full.get("measurementIterations").intValue()).isEqualTo(5);
  }

  @Test
  void readsThePrimaryMetric() {
    assertThat(JmhRows.primary(first).forks()).containsExactly(Fork.of(1, 2, 3));
    assertThat(JmhRows.primary(first).unit().symbol()).isEqualTo("us/op");
  }

  @Test
  void secretsOfArgumentsAreNotJoined() {
    first.putArray("jvmArgs").add("-Xmx1g").add("-Dtoken=s3");
    ObjectNode merged = JmhRows.merge(List.of(first, second));
    assertThat(merged.get("jvmArgs").toString()).isEqualTo("[\"-Xmx1g\",\"-Dtoken=***\"]");
    assertThat(first.get("jvmArgs").toString()).contains("s3");
  }
}
