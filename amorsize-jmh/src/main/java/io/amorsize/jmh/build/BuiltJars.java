package io.amorsize.jmh.build;

import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.Sha256;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A folder of built jars, which {@code builds.json} in it lists. */
final class BuiltJars {

  private static final String LIST = "builds.json";
  private static final String SCHEMA = "amorsize.builds/1";
  private static final Pattern FILE = Pattern.compile("[0-9a-f]{16}-[0-9a-f]{12}\\.jar");
  private static final int NAMING_DIGITS = 16;

  private final Path folder;

  BuiltJars(Path folder) {
    this.folder = folder;
  }

  /** A jar in the folder. */
  private record Kept(String file, String sha256) {}

  /**
   * The jar of an earlier build, if it is still there as it was.
   *
   * @throws ResultFormatException in one sentence, if the list cannot be read
   */
  Optional<Path> find(BuildKey key) {
    return Optional.ofNullable(list().get(key))
        .filter(this::isWhole)
        .map(kept -> folder.resolve(kept.file()));
  }

  /**
   * Copies a jar into the folder.
   *
   * @return the copy
   * @throws ResultFormatException in one sentence, if it cannot be written
   */
  Path keep(BuildKey key, Commit commit, Path jar) {
    byte[] bytes = bytes(jar);
    String sha256 = Sha256.hex(bytes);
    Kept kept =
        new Kept(sha256.substring(0, NAMING_DIGITS) + "-" + commit.inNames() + ".jar", sha256);
    WholeFile.write(folder.resolve(kept.file()), bytes);
    Map<BuildKey, Kept> all = list();
    all.put(key, kept);
    write(all);
    return folder.resolve(kept.file());
  }

  private boolean isWhole(Kept kept) {
    Path jar = folder.resolve(kept.file());
    return Files.isRegularFile(jar) && Sha256.hex(bytes(jar)).equals(kept.sha256());
  }

  private Map<BuildKey, Kept> list() {
    Path file = folder.resolve(LIST);
    Map<BuildKey, Kept> all = new LinkedHashMap<>();
    if (Files.exists(file)) {
      JsonPlace json = JsonFile.read(file).object();
      json.requireSchema(SCHEMA, "move the file away");
      json.at("builds").elements().forEach(build -> all.put(key(build), kept(build)));
    }
    return all;
  }

  private static BuildKey key(JsonPlace build) {
    return new BuildKey(
        build.at("commit").text(),
        build.at("build").text(),
        build.at("folder").text(),
        build.at("pattern").text(),
        build.at("java_home").text());
  }

  private static Kept kept(JsonPlace build) {
    String file = build.at("file").text();
    if (!FILE.matcher(file).matches()) {
      throw build.at("file").problem("must name a jar of this folder, is " + file);
    }
    return new Kept(file, build.at("sha256").text());
  }

  private void write(Map<BuildKey, Kept> all) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("builds", all.entrySet().stream().map(BuiltJars::plain).toList());
    WholeFile.write(folder.resolve(LIST), JsonFile.text(json));
  }

  private static Map<String, Object> plain(Map.Entry<BuildKey, Kept> entry) {
    Map<String, Object> json = entry.getKey().plain();
    json.put("file", entry.getValue().file());
    json.put("sha256", entry.getValue().sha256());
    return json;
  }

  private static byte[] bytes(Path jar) {
    try {
      return Files.readAllBytes(jar);
    } catch (IOException e) {
      throw new ResultFormatException(jar + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
