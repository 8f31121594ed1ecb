package io.amorsize.jmh.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Secrets;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Rows of JMH's result JSON: forks that were run one at a time become one row, with the statistics
 * that JMH itself would have written.
 */
public final class JmhRows {

  /** JMH states its error at this confidence. */
  private static final double JMH_CONFIDENCE = 0.999;

  private JmhRows() {}

  /**
   * Joins runs of one benchmark with one fork each, in the order in which they ran. Secrets in the
   * arguments of the JVM are replaced by stars.
   *
   * @param runs rows of one benchmark, mode, parameters and threads; at least one
   * @return one row that holds them all
   */
  public static ObjectNode merge(List<ObjectNode> runs) {
    ObjectNode merged = runs.get(0).deepCopy();
    hideSecrets(merged.path("jvmArgs"));
    merged.put("forks", runs.stream().mapToInt(run -> run.path("forks").asInt(1)).sum());
    mergeMetric(
        (ObjectNode) merged.get("primaryMetric"),
        runs.stream().map(run -> run.path("primaryMetric")).toList());
    Iterator<Map.Entry<String, JsonNode>> secondary =
        merged.withObjectProperty("secondaryMetrics").properties().iterator();
    while (secondary.hasNext()) {
      Map.Entry<String, JsonNode> metric = secondary.next();
      mergeMetric(
          (ObjectNode) metric.getValue(),
          runs.stream().map(run -> run.path("secondaryMetrics").path(metric.getKey())).toList());
    }
    return merged;
  }

  private static void hideSecrets(JsonNode arguments) {
    if (arguments instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, Secrets.hidden(array.get(i).asText()));
      }
    }
  }

  /**
   * A row with its warm-up put in front of the measured iterations, as a run without warm-up would
   * have written it.
   *
   * @param row a row with raw data
   * @param warmups scores of the warm-up iterations of each fork
   */
  public static ObjectNode withWarmup(ObjectNode row, List<double[]> warmups) {
    ObjectNode full = row.deepCopy();
    ObjectNode metric = (ObjectNode) full.get("primaryMetric");
    ArrayNode raw = full.arrayNode();
    for (int fork = 0; fork < warmups.size(); fork++) {
      ArrayNode iterations = raw.addArray();
      for (double score : warmups.get(fork)) {
        iterations.add(score);
      }
      iterations.addAll((ArrayNode) metric.path("rawData").get(fork));
    }
    metric.set("rawData", raw);
    full.put(
        "measurementIterations",
        row.path("warmupIterations").asInt() + row.path("measurementIterations").asInt());
    full.put("warmupIterations", 0);
    return full;
  }

  /**
   * A row of a single fork whose first iterations are warm-up, too. Its scores are those of the
   * whole until it is merged.
   *
   * @param row a row with raw data of one fork
   * @param more iterations that move from what was measured to the warm-up
   */
  public static ObjectNode withoutFirst(ObjectNode row, int more) {
    ObjectNode shorter = row.deepCopy();
    shorter.put("warmupIterations", row.path("warmupIterations").asInt() + more);
    shorter.put("measurementIterations", row.path("measurementIterations").asInt() - more);
    keepFrom((ObjectNode) shorter.get("primaryMetric"), more);
    shorter
        .withObjectProperty("secondaryMetrics")
        .forEach(metric -> keepFrom((ObjectNode) metric, more));
    return shorter;
  }

  private static void keepFrom(ObjectNode metric, int from) {
    ArrayNode raw = metric.arrayNode();
    for (JsonNode fork : metric.path("rawData")) {
      ArrayNode kept = raw.addArray();
      fork.valueStream().skip(from).forEach(kept::add);
    }
    metric.set("rawData", raw);
  }

  /** The primary metric's forks. */
  public static Measurements primary(JsonNode row) {
    JsonNode metric = row.path("primaryMetric");
    List<Fork> forks = new ArrayList<>();
    for (JsonNode fork : metric.path("rawData")) {
      forks.add(Fork.of(fork.valueStream().mapToDouble(JsonNode::doubleValue).toArray()));
    }
    return new Measurements(MetricUnit.parse(metric.path("scoreUnit").asText()), forks);
  }

  private static void mergeMetric(ObjectNode target, List<JsonNode> sources) {
    ArrayNode raw = target.arrayNode();
    for (JsonNode source : sources) {
      source.path("rawData").forEach(raw::add);
    }
    target.set("rawData", raw);
    double[] scores =
        raw.valueStream()
            .flatMapToDouble(fork -> fork.valueStream().mapToDouble(JsonNode::doubleValue))
            .filter(Double::isFinite)
            .toArray();
    if (scores.length > 0) {
      summarize(target, scores, isSum(sources));
    }
  }

  /** JMH sums counts and times of collections and averages everything else. */
  private static boolean isSum(List<JsonNode> sources) {
    return sources.stream()
        .allMatch(
            source -> {
              double sum =
                  source
                      .path("rawData")
                      .valueStream()
                      .flatMapToDouble(fork -> fork.valueStream().mapToDouble(JsonNode::asDouble))
                      .sum();
              int values = source.path("rawData").path(0).size();
              return values > 1 && source.path("score").asDouble() == sum && sum != 0;
            });
  }

  private static void summarize(ObjectNode target, double[] scores, boolean sum) {
    DescriptiveStatistics statistics = new DescriptiveStatistics(scores);
    double score = sum ? DoubleStream.of(scores).sum() : statistics.getMean();
    double error = error(statistics);
    target.put("score", score);
    ArrayNode confidence = target.arrayNode();
    if (Double.isNaN(error) || sum) {
      target.put("scoreError", "NaN");
      confidence.add("NaN").add("NaN");
    } else {
      target.put("scoreError", error);
      confidence.add(score - error).add(score + error);
    }
    target.set("scoreConfidence", confidence);
    ObjectNode percentiles = target.putObject("scorePercentiles");
    for (double rank : new double[] {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100}) {
      percentiles.put(Double.toString(rank), percentile(statistics, rank));
    }
  }

  private static double percentile(DescriptiveStatistics statistics, double rank) {
    return rank == 0 ? statistics.getMin() : statistics.getPercentile(rank);
  }

  private static double error(DescriptiveStatistics statistics) {
    double n = statistics.getN();
    if (n <= 2) {
      return Double.NaN;
    }
    double quantile = TDistribution.of(n - 1).inverseSurvivalProbability((1 - JMH_CONFIDENCE) / 2);
    return quantile * statistics.getStandardDeviation() / Math.sqrt(n);
  }
}
