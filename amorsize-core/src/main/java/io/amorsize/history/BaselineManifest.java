package io.amorsize.history;

import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.ShownText;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of a baseline's folder that names its entries. */
final class BaselineManifest {

  /** Its name. */
  static final String NAME = "baseline.json";

  private static final String SCHEMA = "amorsize.baseline/1";

  private BaselineManifest() {}

  static Baseline read(Path folder) {
    Path manifest = folder.resolve(NAME);
    JsonPlace json = JsonFile.read(manifest).object();
    json.requireSchema(SCHEMA, "a newer program may have saved it");
    List<Baseline.Entry> entries =
        json.at("entries").elements().stream().map(entry -> entry(folder, entry)).toList();
    if (entries.isEmpty()) {
      throw json.at("entries").problem("must not be empty");
    }
    return new Baseline(folder.getFileName().toString(), folder, entries);
  }

  private static Baseline.Entry entry(Path folder, JsonPlace json) {
    return new Baseline.Entry(
        MetadataJson.readEnvironment(json.at("environment")),
        instant(json.at("saved_at")),
        json.at("results").ifPresent().map(file -> inside(folder, file)),
        json.at("jmh").ifPresent().map(file -> inside(folder, file)),
        json.at("jar").ifPresent().map(hash -> jar(folder, hash)),
        json.at("workloads_jar").ifPresent().map(hash -> jar(folder, hash)),
        origin(json));
  }

  private static KeptJar jar(Path folder, JsonPlace hash) {
    if (!KeptJar.isHash(hash.text())) {
      throw hash.problem(
          "must be the SHA-256 of a jar, 64 digits of 0-9a-f, is " + ShownText.of(hash.text()));
    }
    return JarShelf.beside(folder).jar(hash.text());
  }

  private static Instant instant(JsonPlace place) {
    try {
      return Instant.parse(place.text());
    } catch (DateTimeParseException e) {
      throw place.problem("must be a time such as 2026-01-31T23:59:59Z, is " + place.text());
    }
  }

  private static Path inside(Path folder, JsonPlace place) {
    Path file = folder.resolve(place.text()).normalize();
    if (!file.startsWith(folder.normalize())) {
      throw place.problem("must name a file inside the baseline's folder, is " + place.text());
    }
    return file;
  }

  private static EntryOrigin origin(JsonPlace json) {
    return new EntryOrigin(
        json.at("judged")
            .ifPresent()
            .map(BaselineManifest::judgement)
            .orElse(EntryOrigin.Judgement.NOT_JUDGED),
        json.at("source").ifPresent().map(JsonPlace::text),
        json.at("reason").ifPresent().map(JsonPlace::text).filter(reason -> !reason.isBlank()),
        json.at("commit").ifPresent().map(JsonPlace::text),
        json.at("measured_at").ifPresent().map(BaselineManifest::instant));
  }

  private static EntryOrigin.Judgement judgement(JsonPlace place) {
    return EntryOrigin.Judgement.of(place.text())
        .orElseThrow(
            () ->
                place.problem(
                    "must be passed, failed or not judged, is " + ShownText.of(place.text())));
  }

  /** Moves a manifest with these entries into place. */
  static void write(Path folder, String name, List<Baseline.Entry> entries) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("name", name);
    json.put("entries", entries.stream().map(entry -> plain(folder, entry)).toList());
    WholeFile.write(folder.resolve(NAME), JsonFile.text(json));
  }

  private static Map<String, Object> plain(Path folder, Baseline.Entry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fingerprint", entry.environment().fingerprint());
    json.put("saved_at", entry.savedAt().toString());
    json.put("judged", entry.origin().judgement().label());
    entry.origin().reason().ifPresent(reason -> json.put("reason", reason));
    entry.origin().source().ifPresent(source -> json.put("source", source));
    entry.origin().commit().ifPresent(commit -> json.put("commit", commit));
    entry.origin().measuredAt().ifPresent(time -> json.put("measured_at", time.toString()));
    json.put("environment", MetadataJson.environment(entry.environment()));
    entry.results().ifPresent(file -> json.put("results", relative(folder, file)));
    entry.jmh().ifPresent(file -> json.put("jmh", relative(folder, file)));
    entry.jar().ifPresent(jar -> json.put("jar", jar.sha256()));
    entry.workloadsJar().ifPresent(jar -> json.put("workloads_jar", jar.sha256()));
    return json;
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
