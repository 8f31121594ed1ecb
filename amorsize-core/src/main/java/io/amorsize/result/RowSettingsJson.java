package io.amorsize.result;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How a row was measured, as plain JSON values; what is not known is left out. */
public final class RowSettingsJson {

  private RowSettingsJson() {}

  /** The settings as plain values. */
  public static Map<String, Object> plain(RowSettings settings) {
    Map<String, Object> json = new LinkedHashMap<>();
    settings.jmhVersion().ifPresent(value -> json.put("jmh_version", value));
    settings.jdkVersion().ifPresent(value -> json.put("jdk_version", value));
    settings.vmName().ifPresent(value -> json.put("vm_name", value));
    settings.vmVersion().ifPresent(value -> json.put("vm_version", value));
    settings.jvmArgs().ifPresent(value -> json.put("jvm_args", value));
    settings.forks().ifPresent(value -> json.put("forks", value));
    settings.warmupIterations().ifPresent(value -> json.put("warmup_iterations", value));
    settings.measurementIterations().ifPresent(value -> json.put("measurement_iterations", value));
    settings.warmupTime().ifPresent(value -> json.put("warmup_time", value));
    settings.measurementTime().ifPresent(value -> json.put("measurement_time", value));
    return json;
  }

  /** Reads what {@link #plain} gave. */
  public static RowSettings read(JsonPlace place) {
    return new RowSettings(
        text(place.at("jmh_version")),
        text(place.at("jdk_version")),
        text(place.at("vm_name")),
        text(place.at("vm_version")),
        place.at("jvm_args").ifPresent().map(JsonPlace::texts),
        number(place.at("forks")),
        number(place.at("warmup_iterations")),
        number(place.at("measurement_iterations")),
        text(place.at("warmup_time")),
        text(place.at("measurement_time")));
  }

  private static Optional<String> text(JsonPlace place) {
    return place.ifPresent().map(JsonPlace::text);
  }

  private static OptionalInt number(JsonPlace place) {
    return place.isPresent() ? OptionalInt.of(place.integer()) : OptionalInt.empty();
  }
}
