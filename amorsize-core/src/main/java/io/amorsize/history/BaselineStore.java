package io.amorsize.history;

import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Named baselines as folders: {@code baseline.json} names the entries, each entry's files stand in
 * a folder of their own that is never written again. A save writes a new entry folder and then
 * moves a new {@code baseline.json} into place, so that a baseline is at any moment the old one or
 * the new one.
 */
public final class BaselineStore {

  /** Present in every baseline's folder. */
  public static final String MANIFEST = "baseline.json";

  private static final String SCHEMA = "amorsize.baseline/1";
  private static final String RESULTS = "performance_results.json";
  private static final String JMH = "jmh-result.json";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

  private final Path root;

  /** The baselines of a folder, which need not exist yet. */
  public BaselineStore(Path root) {
    this.root = root;
  }

  /** Whether a text can be a baseline's name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches() && !JarShelf.isNamed(text);
  }

  /** Whether a folder is a baseline. */
  public static boolean isBaseline(Path folder) {
    Path name = folder.getFileName();
    return Files.isRegularFile(folder.resolve(MANIFEST))
        && (name == null || !JarShelf.isNamed(name.toString()));
  }

  /** The names of all baselines, in alphabetical order. */
  public List<String> names() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(BaselineStore::isBaseline)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ResultFormatException(root + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  /** The baseline of a name, if there is one. */
  public Optional<Baseline> find(String name) {
    return isName(name) && isBaseline(root.resolve(name))
        ? Optional.of(read(root.resolve(name)))
        : Optional.empty();
  }

  /**
   * Reads a baseline's folder.
   *
   * @throws ResultFormatException in one sentence, if it is not one
   */
  public static Baseline read(Path folder) {
    Path manifest = folder.resolve(MANIFEST);
    JsonPlace json = JsonPlace.root(manifest.toString(), JsonFile.readTree(manifest)).object();
    if (!json.at("schema").text().equals(SCHEMA)) {
      throw json.at("schema").problem("must be " + SCHEMA + "; a newer program may have saved it");
    }
    List<Baseline.Entry> entries =
        json.at("entries").elements().stream().map(entry -> readEntry(folder, entry)).toList();
    if (entries.isEmpty()) {
      throw json.at("entries").problem("must not be empty");
    }
    return new Baseline(folder.getFileName().toString(), folder, entries);
  }

  private static Baseline.Entry readEntry(Path folder, JsonPlace json) {
    return new Baseline.Entry(
        MetadataJson.readEnvironment(json.at("environment")),
        instant(json.at("saved_at")),
        json.at("results").ifPresent().map(file -> inside(folder, file)),
        json.at("jmh").ifPresent().map(file -> inside(folder, file)),
        json.at("jar").ifPresent().map(hash -> jar(folder, hash)));
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

  /**
   * Saves a result under a name; an entry of the same environment is replaced, others stay.
   *
   * @param name the baseline's name
   * @param saved what is saved
   * @return the baseline as it stands now
   * @throws ResultFormatException in one sentence, if it cannot be saved under that name
   */
  public Baseline save(String name, NewEntry saved) {
    requireName(name);
    Path folder = root.resolve(name);
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Baseline.Entry entry :
        isBaseline(folder) ? read(folder).entries() : List.<Baseline.Entry>of()) {
      if (!entry.environment().fingerprint().equals(saved.environment().fingerprint())) {
        entries.add(plain(folder, entry));
      }
    }
    entries.add(plain(folder, written(folder.resolve(saved.folderName()), saved)));
    writeManifest(folder, name, entries);
    removeUnnamedEntries(folder);
    removeUnnamedJars();
    return read(folder);
  }

  private static void requireName(String name) {
    if (JarShelf.isNamed(name)) {
      throw new ResultFormatException(
          "'" + name + "' cannot be a baseline's name: the folder of that name keeps their jars");
    }
    if (!isName(name)) {
      throw new ResultFormatException(
          "'"
              + name
              + "' cannot be a baseline's name: up to 100 letters, digits, '.', '_' and '-',"
              + " not starting with '.'");
    }
  }

  private Baseline.Entry written(Path folder, NewEntry saved) {
    Path results = folder.resolve(RESULTS);
    Path jmh = folder.resolve(JMH);
    saved.results().ifPresent(text -> WholeFile.write(results, text));
    saved.jmh().ifPresent(bytes -> WholeFile.write(jmh, bytes));
    return new Baseline.Entry(
        saved.environment(),
        saved.savedAt(),
        saved.results().map(text -> results),
        saved.jmh().map(bytes -> jmh),
        saved.jar().map(JarShelf.under(root)::keep));
  }

  private static Map<String, Object> plain(Path folder, Baseline.Entry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fingerprint", entry.environment().fingerprint());
    json.put("saved_at", entry.savedAt().toString());
    json.put("environment", MetadataJson.environment(entry.environment()));
    entry.results().ifPresent(file -> json.put("results", relative(folder, file)));
    entry.jmh().ifPresent(file -> json.put("jmh", relative(folder, file)));
    entry.jar().ifPresent(jar -> json.put("jar", jar.sha256()));
    return json;
  }

  private static String relative(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static void writeManifest(Path folder, String name, List<Map<String, Object>> entries) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("name", name);
    json.put("entries", entries);
    WholeFile.write(folder.resolve(MANIFEST), JsonFile.text(json));
  }

  /**
   * Removes entry folders that the manifest does not name: replaced ones, and those of a killed
   * save.
   */
  private static void removeUnnamedEntries(Path folder) {
    Set<Path> named =
        read(folder).entries().stream()
            .flatMap(entry -> Stream.concat(entry.results().stream(), entry.jmh().stream()))
            .map(Path::getParent)
            .collect(Collectors.toSet());
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.filter(Files::isDirectory).toList()) {
        if (!named.contains(child)) {
          deleteEntry(child);
        }
      }
    } catch (IOException e) {
      // What is left over is removed by the next save.
    }
  }

  /** Removes jars that no baseline names any more; none where a baseline cannot be read. */
  private void removeUnnamedJars() {
    Set<String> named;
    try {
      named =
          names().stream()
              .flatMap(name -> read(root.resolve(name)).entries().stream())
              .flatMap(entry -> entry.jar().stream())
              .map(KeptJar::sha256)
              .collect(Collectors.toSet());
    } catch (ResultFormatException e) {
      return;
    }
    JarShelf.under(root).keepOnly(named);
  }

  private static void deleteEntry(Path entry) throws IOException {
    for (String file : List.of(RESULTS, JMH)) {
      Files.deleteIfExists(entry.resolve(file));
    }
    Files.deleteIfExists(entry);
  }
}
