package io.amorsize.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.host.HostProfile;
import io.amorsize.optimizer.TimeBreakdown;
import io.amorsize.ruler.RulerReading;
import io.amorsize.unit.MetricUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The typed parts of a result's {@code metadata}: {@code measurements}, {@code environment} and
 * {@code time_breakdown}. Everything is written as plain maps, lists, texts and numbers.
 */
public final class MetadataJson {

  private static final String MEASUREMENTS = "measurements";
  private static final String ENVIRONMENT = "environment";
  private static final String TIME_BREAKDOWN = "time_breakdown";

  private MetadataJson() {}

  /** Adds the forks behind a speedup. */
  public static void put(Map<String, Object> metadata, SpeedupMeasurement measurement) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("unit", measurement.serial().unit().symbol());
    json.put("serial", forks(measurement.serial()));
    json.put("parallel", forks(measurement.parallel()));
    json.put("ruler", measurement.rulers().stream().map(MetadataJson::ruler).toList());
    json.put(
        "predictions", measurement.predictions().stream().map(MetadataJson::prediction).toList());
    metadata.put(MEASUREMENTS, json);
  }

  /** Adds the environment. */
  public static void put(Map<String, Object> metadata, RunEnvironment environment) {
    metadata.put(ENVIRONMENT, environment(environment));
  }

  /** Adds where the plan's time was predicted to go. */
  public static void put(Map<String, Object> metadata, TimeBreakdown breakdown) {
    metadata.put(TIME_BREAKDOWN, OptimizationJson.breakdown(breakdown));
  }

  /** An environment as plain values. */
  public static Map<String, Object> environment(RunEnvironment environment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cpu_model", environment.cpuModel());
    json.put("cores", environment.cores());
    json.put("os", environment.os());
    json.put("architecture", environment.architecture());
    json.put("kernel", environment.kernel());
    json.put("jdk_vendor", environment.jdkVendor());
    json.put("jdk", environment.jdkFeature());
    json.put("jvm_args", environment.jvmArgs());
    return json;
  }

  static Optional<SpeedupMeasurement> measurement(Map<String, Object> metadata) {
    return measurement(place(metadata));
  }

  static Optional<RunEnvironment> environment(Map<String, Object> metadata) {
    return environment(place(metadata));
  }

  static Optional<TimeBreakdown> timeBreakdown(Map<String, Object> metadata) {
    return timeBreakdown(place(metadata));
  }

  /** Reads the typed parts, so that a broken one is told with its place in the file. */
  static void check(JsonPlace metadata) {
    measurement(metadata);
    environment(metadata);
    timeBreakdown(metadata);
  }

  private static Optional<SpeedupMeasurement> measurement(JsonPlace metadata) {
    return metadata.at(MEASUREMENTS).ifPresent().map(MetadataJson::readMeasurement);
  }

  private static Optional<RunEnvironment> environment(JsonPlace metadata) {
    return metadata.at(ENVIRONMENT).ifPresent().map(MetadataJson::readEnvironment);
  }

  private static Optional<TimeBreakdown> timeBreakdown(JsonPlace metadata) {
    return metadata.at(TIME_BREAKDOWN).ifPresent().map(OptimizationJson::readBreakdown);
  }

  private static JsonPlace place(Map<String, Object> metadata) {
    JsonNode tree = JsonFile.tree(metadata);
    return JsonPlace.root("metadata", tree);
  }

  private static List<List<Double>> forks(Measurements measurements) {
    return measurements.forks().stream().map(fork -> fork.stream().boxed().toList()).toList();
  }

  private static Map<String, Object> ruler(RulerReading reading) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("threads", reading.threads());
    json.put("single_seconds", reading.singleNanos() / 1e9);
    json.put("parallelism", reading.parallelism());
    return json;
  }

  private static Map<String, Object> prediction(Prediction prediction) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("speedup", prediction.speedup());
    json.put("ruler", ruler(prediction.ruler()));
    return json;
  }

  private static Prediction readPrediction(JsonPlace place) {
    return new Prediction(place.at("speedup").positive(), readRuler(place.at("ruler")));
  }

  private static SpeedupMeasurement readMeasurement(JsonPlace place) {
    MetricUnit unit = MetricUnit.parse(place.at("unit").text());
    try {
      return new SpeedupMeasurement(
          new Measurements(unit, readForks(place.at("serial"))),
          new Measurements(unit, readForks(place.at("parallel"))),
          place.at("ruler").elementsIfPresent().stream().map(MetadataJson::readRuler).toList(),
          place.at("predictions").elementsIfPresent().stream()
              .map(MetadataJson::readPrediction)
              .toList());
    } catch (IllegalArgumentException e) {
      throw place.problem("cannot be used: " + e.getMessage());
    }
  }

  private static List<Fork> readForks(JsonPlace place) {
    return place.elements().stream()
        .map(fork -> fork.elements().stream().mapToDouble(JsonPlace::positive).toArray())
        .map(Fork::of)
        .toList();
  }

  private static RulerReading readRuler(JsonPlace place) {
    return new RulerReading(
        place.at("threads").integer(),
        place.at("single_seconds").positive() * 1e9,
        place.at("parallelism").positive());
  }

  /** Reads what {@link #environment(RunEnvironment)} gave. */
  public static RunEnvironment readEnvironment(JsonPlace place) {
    return new RunEnvironment(
        textOrUnknown(place.at("cpu_model")),
        place.at("cores").ifPresent().map(JsonPlace::integer).orElse(0),
        textOrUnknown(place.at("os")),
        textOrUnknown(place.at("architecture")),
        textOrUnknown(place.at("kernel")),
        textOrUnknown(place.at("jdk_vendor")),
        place.at("jdk").ifPresent().map(JsonPlace::integer).orElse(0),
        place.at("jvm_args").texts());
  }

  private static String textOrUnknown(JsonPlace place) {
    return place.ifPresent().map(JsonPlace::text).orElse(HostProfile.UNKNOWN);
  }
}
