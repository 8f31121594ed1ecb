package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that one fork wrote, and what is wrong with them. */
final class ForkRows {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JarForkRequest request;
  private final JmhOutput output;
  private final List<ObjectNode> rows = new ArrayList<>();
  private String unreadable = "";

  private ForkRows(JarForkRequest request, JmhOutput output) {
    this.request = request;
    this.output = output;
  }

  static ForkRows read(Path results, JarForkRequest request, JmhOutput output) {
    ForkRows rows = new ForkRows(request, output);
    try {
      if (Files.exists(results)) {
        rows.add(MAPPER.readTree(results.toFile()));
      }
    } catch (IOException e) {
      rows.unreadable = "JMH's result is no JSON";
    }
    return rows;
  }

  private void add(JsonNode all) {
    for (JsonNode row : all) {
      if (row instanceof ObjectNode object) {
        rows.add(object);
      }
    }
  }

  List<ObjectNode> rows() {
    return rows;
  }

  /** The warm-up of each row; none where JMH began something else than it wrote. */
  List<double[]> warmups() {
    List<double[]> warmups = new ArrayList<>();
    boolean fits = output.benchmarks().size() == rows.size();
    for (int i = 0; i < rows.size(); i++) {
      String scoreUnit = rows.get(i).at("/primaryMetric/scoreUnit").asText();
      int iterations = rows.get(i).path("warmupIterations").asInt();
      warmups.add(fits ? output.warmup(i, scoreUnit, iterations) : new double[0]);
    }
    return warmups;
  }

  /** Why the rows cannot be used, if they cannot. */
  Optional<String> problem() {
    if (!unreadable.isEmpty()) {
      return Optional.of(unreadable);
    }
    if (rows.isEmpty() || rows.size() < output.benchmarks().size()) {
      return Optional.of("JMH wrote no result");
    }
    Set<String> modes = new HashSet<>();
    for (ObjectNode row : rows) {
      Optional<String> problem = problem(row, modes);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<String> problem(ObjectNode row, Set<String> modes) {
    String benchmark = row.path("benchmark").asText();
    String mode = row.path("mode").asText();
    if (!benchmark.equals(request.unit().benchmark())) {
      return Optional.of("JMH measured " + benchmark);
    }
    if (!modes.add(mode)) {
      return unselectable().or(() -> Optional.of("JMH wrote more than one result of mode " + mode));
    }
    if (!hasData(row.path("primaryMetric"))) {
      return Optional.of("JMH's result of mode " + mode + " holds no numbers");
    }
    return otherParameter(row, request.unit().params())
        .or(() -> otherParameter(row, request.side().params()));
  }

  /** The parameter of which JMH had to run every value. */
  private Optional<String> unselectable() {
    return request.unit().params().entrySet().stream()
        .filter(param -> param.getValue().indexOf(',') >= 0)
        .findFirst()
        .map(
            param ->
                "its parameter "
                    + param.getKey()
                    + " has the value '"
                    + param.getValue()
                    + "' among others, which JMH's command line cannot select for its comma; leave"
                    + " the benchmark out with -e");
  }

  private Optional<String> otherParameter(ObjectNode row, Map<String, String> wanted) {
    for (Map.Entry<String, String> param : wanted.entrySet()) {
      String value = row.path("params").path(param.getKey()).asText(param.getValue());
      if (!value.equals(param.getValue())) {
        return unselectable()
            .or(() -> Optional.of("JMH measured " + param.getKey() + "='" + value + "'"));
      }
    }
    return Optional.empty();
  }

  private static boolean hasData(JsonNode metric) {
    JsonNode histograms = metric.path("rawDataHistogram").path(0);
    JsonNode scores = metric.path("rawData").path(0);
    return scores.isEmpty()
        ? histograms.valueStream().anyMatch(iteration -> !iteration.isEmpty())
        : scores.valueStream().allMatch(JsonNode::isNumber);
  }
}
