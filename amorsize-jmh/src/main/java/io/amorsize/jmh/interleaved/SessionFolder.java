package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.json.KeptWarmup;
import io.amorsize.jmh.json.RowNodes;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import io.amorsize.warmup.PilotWarmup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a session leaves behind. {@code session.json} says what is measured; every plan and every
 * fork stands in a file of its own that is written whole when it is known, so that a session that
 * was killed goes on where it was.
 */
public final class SessionFolder {

  /** Present in every session's folder. */
  public static final String SESSION = "session.json";

  /** What a session found, for programs. */
  public static final String COMPARISON = "comparison.json";

  /** What JMH printed. */
  public static final String LOG = "jmh.log";

  private static final String SCHEMA = "amorsize.session/1";

  private final Path folder;

  /** The folder of a session, which need not exist yet. */
  public SessionFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder. */
  public Path path() {
    return folder;
  }

  /** Whether a session began here. */
  public boolean isSession() {
    return Files.isRegularFile(folder.resolve(SESSION));
  }

  /** JMH's result JSON of a side, measured iterations only. */
  public Path results(SessionSide side) {
    return folder.resolve(side.word() + ".json");
  }

  /** The forks of a side as they were written last, named and told apart as the session does. */
  public BenchmarkRun measured(SessionSide side, SessionSpec spec) {
    return new JmhResultReader()
        .read(results(side))
        .named(spec.side(side).label())
        .withoutParams(spec.ownParams());
  }

  /** Where a running fork keeps its files. */
  public Path work() {
    return folder.resolve("work");
  }

  /** Writes what the session measures. */
  public void begin(SessionSpec spec) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("command", spec.command());
    json.put("seed", Long.toString(spec.seed()));
    for (SessionSide side : SessionSide.values()) {
      SessionSpec.Side of = spec.side(side);
      Map<String, Object> sideJson = new LinkedHashMap<>();
      sideJson.put("label", of.label());
      sideJson.put("classPath", of.classPath());
      sideJson.put("sha256", of.contentHash());
      json.put(side.word(), sideJson);
    }
    json.put("units", spec.units().stream().map(SessionFolder::plain).toList());
    json.put("missing", spec.missing().stream().map(SessionFolder::plain).toList());
    json.put("new", spec.added().stream().map(SessionFolder::plain).toList());
    WholeFile.write(folder.resolve(SESSION), JsonFile.text(json));
  }

  private static Map<String, Object> plain(PairedUnit unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("base", plain(unit.base()));
    json.put("candidate", plain(unit.candidate()));
    json.put("arguments", unit.arguments());
    return json;
  }

  private static Map<String, Object> plain(BenchmarkUnit unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", unit.benchmark());
    json.put("params", unit.params());
    return json;
  }

  /**
   * Reads what the session measures.
   *
   * @throws ResultFormatException in one sentence, if no session began here
   */
  public SessionSpec spec() {
    if (!isSession()) {
      throw new ResultFormatException(
          folder + ": holds no session; name the folder that the session printed");
    }
    JsonPlace json = root(folder.resolve(SESSION));
    json.requireSchema(SCHEMA, "a newer program may have written it");
    return new SessionSpec(
        json.at("command").texts(),
        seed(json.at("seed")),
        side(json.at(SessionSide.BASE.word())),
        side(json.at(SessionSide.CANDIDATE.word())),
        json.at("units").elements().stream().map(SessionFolder::pairedUnit).toList(),
        json.at("missing").elements().stream().map(SessionFolder::unit).toList(),
        json.at("new").elements().stream().map(SessionFolder::unit).toList());
  }

  private static long seed(JsonPlace json) {
    try {
      return Long.parseLong(json.text());
    } catch (NumberFormatException e) {
      throw json.problem("must be a whole number, is " + json.text());
    }
  }

  private static SessionSpec.Side side(JsonPlace json) {
    return new SessionSpec.Side(
        json.at("label").text(), json.at("classPath").text(), json.at("sha256").text());
  }

  private static PairedUnit pairedUnit(JsonPlace json) {
    return new PairedUnit(
        unit(json.at("base")), unit(json.at("candidate")), json.at("arguments").texts());
  }

  private static BenchmarkUnit unit(JsonPlace json) {
    SortedMap<String, String> params = new TreeMap<>();
    json.at("params").members().forEach(member -> params.put(member.key(), member.text()));
    return new BenchmarkUnit(json.at("benchmark").text(), params);
  }

  /** Keeps a unit's plan. */
  void keep(int unit, UnitPlan plan) {
    ForkIterations iterations = plan.iterations();
    Map<String, Object> json = new LinkedHashMap<>();
    iterations.warmup().ifPresent(value -> json.put("warmup", value));
    iterations.measured().ifPresent(value -> json.put("measured", value));
    iterations.time().ifPresent(value -> json.put("timeNanos", value.toNanos()));
    plan.pilot()
        .ifPresent(
            pilot -> {
              json.put("settled", pilot.settled());
              pilot.steadyFrom().ifPresent(start -> json.put("steadyFrom", start));
            });
    json.put("costMillis", plan.cost().toMillis());
    WholeFile.write(planFile(unit), JsonFile.text(json));
  }

  /** A unit's plan, if it has been found. */
  Optional<UnitPlan> plan(int unit) {
    if (!Files.exists(planFile(unit))) {
      return Optional.empty();
    }
    JsonPlace json = root(planFile(unit));
    return Optional.of(
        new UnitPlan(
            new ForkIterations(
                integer(json.at("warmup")),
                integer(json.at("measured")),
                json.at("timeNanos")
                    .ifPresent()
                    .map(nanos -> Duration.ofNanos((long) nanos.positive()))),
            pilot(json),
            Duration.ofMillis((long) json.at("costMillis").number())));
  }

  private static Optional<PilotWarmup> pilot(JsonPlace json) {
    return json.at("settled").isPresent() && json.at("warmup").isPresent()
        ? Optional.of(
            new PilotWarmup(
                json.at("warmup").integer(),
                integer(json.at("steadyFrom")),
                json.at("settled").bool()))
        : Optional.empty();
  }

  private static OptionalInt integer(JsonPlace json) {
    return json.isPresent() ? OptionalInt.of(json.integer()) : OptionalInt.empty();
  }

  /** Keeps a finished fork. */
  void keep(int unit, int pair, SessionSide side, JarForkResult fork) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("elapsedNanos", fork.elapsed().toNanos());
    ArrayNode rows = json.putArray("rows");
    fork.rows().forEach(rows::add);
    ArrayNode warmups = json.putArray("warmups");
    for (double[] warmup : fork.warmups()) {
      ArrayNode scores = warmups.addArray();
      for (double score : warmup) {
        scores.add(score);
      }
    }
    WholeFile.write(forkFile(unit, pair, side), json.toPrettyString());
  }

  /** A fork, if it is finished. */
  Optional<JarForkResult> fork(int unit, int pair, SessionSide side) {
    Path file = forkFile(unit, pair, side);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonPlace json = root(file);
    List<ObjectNode> rows = new ArrayList<>();
    List<double[]> warmups = new ArrayList<>();
    json.at("rows").elements().forEach(row -> rows.add((ObjectNode) row.object().node()));
    for (JsonPlace warmup : json.at("warmups").elements()) {
      warmups.add(warmup.elements().stream().mapToDouble(JsonPlace::number).toArray());
    }
    return Optional.of(
        new JarForkResult(
            rows, warmups, Duration.ofNanos((long) json.at("elapsedNanos").number())));
  }

  /** Keeps why a unit cannot be measured. */
  void keepFailure(int unit, String message) {
    WholeFile.write(failureFile(unit), JsonFile.text(Map.of("message", message)));
  }

  /** Why a unit cannot be measured, if that was found out. */
  Optional<String> failure(int unit) {
    return Files.exists(failureFile(unit))
        ? Optional.of(root(failureFile(unit)).at("message").text())
        : Optional.empty();
  }

  /** Writes JMH's result JSON of a side, and the same with the warm-up. */
  void writeResults(SessionSide side, List<ObjectNode> rows, List<ObjectNode> fullRows) {
    RowNodes.write(results(side), rows);
    RowNodes.write(folder.resolve(side.word() + KeptWarmup.FULL), fullRows);
  }

  private static JsonPlace root(Path file) {
    return JsonFile.read(file).object();
  }

  private Path planFile(int unit) {
    return folder.resolve("forks").resolve(unit + "-plan.json");
  }

  private Path failureFile(int unit) {
    return folder.resolve("forks").resolve(unit + "-failed.json");
  }

  private Path forkFile(int unit, int pair, SessionSide side) {
    return folder.resolve("forks").resolve(unit + "-" + pair + "-" + side.word() + ".json");
  }
}
