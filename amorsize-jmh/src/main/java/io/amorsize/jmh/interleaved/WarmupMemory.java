package io.amorsize.jmh.interleaved;

import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import io.amorsize.warmup.PilotWarmup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The iterations that pilots of earlier sessions found, in a file. A file that cannot be read is as
 * good as none: pilots run again.
 */
public final class WarmupMemory {

  private static final String SCHEMA = "amorsize.warmup/1";

  private final Path file;

  /** What a file remembers; it need not exist yet. */
  public WarmupMemory(Path file) {
    this.file = file;
  }

  /** What is remembered of a unit on a JVM with these arguments. */
  Optional<UnitPlan> find(String key) {
    return Optional.ofNullable(read().get(key));
  }

  /** Remembers what a pilot found, where its warm-up ended and every number is known. */
  void keep(String key, UnitPlan plan) {
    ForkIterations found = plan.iterations();
    if (plan.pilot().filter(PilotWarmup::settled).isEmpty()
        || found.warmup().isEmpty()
        || found.measured().isEmpty()
        || found.time().isEmpty()) {
      return;
    }
    Map<String, UnitPlan> all = read();
    all.put(key, plan);
    Map<String, Object> entries = new LinkedHashMap<>();
    all.forEach((unit, kept) -> entries.put(unit, plain(kept)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("units", entries);
    WholeFile.write(file, JsonFile.text(json));
  }

  private static Map<String, Object> plain(UnitPlan plan) {
    ForkIterations iterations = plan.iterations();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("warmup", iterations.warmup().orElseThrow());
    json.put("measured", iterations.measured().orElseThrow());
    json.put("timeNanos", iterations.time().orElseThrow().toNanos());
    plan.pilot()
        .map(PilotWarmup::steadyFrom)
        .filter(OptionalInt::isPresent)
        .ifPresent(start -> json.put("steadyFrom", start.getAsInt()));
    return json;
  }

  private Map<String, UnitPlan> read() {
    Map<String, UnitPlan> units = new LinkedHashMap<>();
    if (!Files.isRegularFile(file)) {
      return units;
    }
    try {
      JsonPlace json = JsonFile.read(file).object();
      if (json.at("schema").text().equals(SCHEMA)) {
        json.at("units").members().forEach(unit -> units.put(unit.key(), plan(unit)));
      }
    } catch (ResultFormatException | IllegalArgumentException e) {
      units.clear();
    }
    return units;
  }

  private static UnitPlan plan(JsonPlace json) {
    OptionalInt warmup = OptionalInt.of(json.at("warmup").integer());
    ForkIterations iterations =
        new ForkIterations(
            warmup,
            OptionalInt.of(json.at("measured").integer()),
            Optional.of(Duration.ofNanos((long) json.at("timeNanos").positive())));
    JsonPlace start = json.at("steadyFrom");
    OptionalInt steadyFrom =
        start.isPresent() ? OptionalInt.of(start.integer()) : OptionalInt.empty();
    PilotWarmup pilot = new PilotWarmup(warmup.getAsInt(), steadyFrom, true);
    return new UnitPlan(iterations, Optional.of(pilot), Duration.ZERO);
  }
}
