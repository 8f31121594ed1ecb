package io.amorsize.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import io.amorsize.unit.Better;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Policies as TOML files.
 *
 * <pre>
 * expected = ["com.acme.*"]
 *
 * [[rule]]
 * benchmark = "com.acme.Parser*"
 * metric = "primary"
 * threshold = "5%"
 * margin = "8%"
 *
 * [[accepted]]
 * benchmark = "com.acme.Parser.large"
 * up_to = "12%"
 * reason = "checks every input now"
 * by = "ann"
 * until = 2026-12-31
 * since = 2026-01-31
 *
 * [renames]
 * "com.acme.OldName.run" = "com.acme.NewName.run"
 * </pre>
 */
public final class PolicyFile {

  private static final TomlMapper MAPPER = new TomlMapper();
  private static final String PRIMARY = "primary";

  private PolicyFile() {}

  /**
   * Reads a policy.
   *
   * @throws ResultFormatException in one sentence, if the file is missing or something in it cannot
   *     be used; a key that is not known is an error, since it is most likely a misspelt one
   */
  public static Policy read(Path file) {
    JsonPlace root = JsonPlace.root(file.toString(), tree(file));
    requireKnown(root, "rule", "accepted", "renames", "expected");
    Map<String, String> renames = new LinkedHashMap<>();
    root.at("renames")
        .ifPresent()
        .ifPresent(
            table -> table.members().forEach(name -> renames.put(name.key(), newName(name))));
    return new Policy(
        root.at("rule").elementsIfPresent().stream().map(PolicyFile::rule).toList(),
        root.at("accepted").elementsIfPresent().stream().map(PolicyFile::accepted).toList(),
        renames,
        root.at("expected").texts().stream().map(Glob::new).toList());
  }

  /**
   * Reads a manifest: a pattern of benchmark names in each line; empty lines and those that start
   * with {@code #} are skipped.
   *
   * @throws ResultFormatException in one sentence, if the file cannot be read
   */
  public static List<Glob> readManifest(Path file) {
    return PolicyText.read(file)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(Glob::new)
        .toList();
  }

  private static JsonNode tree(Path file) {
    try {
      return MAPPER.readTree(PolicyText.read(file));
    } catch (StreamConstraintsException e) {
      throw new ResultFormatException(
          file + ": is no policy: tables or arrays are nested too deeply, or a key is too long", e);
    } catch (JsonProcessingException e) {
      throw new ResultFormatException(
          file
              + ": not TOML from line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ": "
              + ShownText.of(e.getOriginalMessage().lines().findFirst().orElse("unreadable")),
          e);
    }
  }

  /** Names have dots, which without quotes make tables of tables. */
  private static String newName(JsonPlace name) {
    if (name.node().isObject()) {
      throw name.problem("must be a new name; put an old name that has dots in quotes");
    }
    return name.text();
  }

  private static PolicyRule rule(JsonPlace place) {
    requireKnown(place, "benchmark", "metric", "threshold", "margin", "better");
    return new PolicyRule(
        glob(place.at("benchmark"), "*"),
        glob(place.at("metric"), PRIMARY),
        share(place.at("threshold")),
        share(place.at("margin")),
        place.at("better").ifPresent().map(PolicyFile::better));
  }

  private static AcceptedChange accepted(JsonPlace place) {
    requireKnown(place, "benchmark", "metric", "up_to", "reason", "by", "until", "since");
    try {
      return new AcceptedChange(
          new Glob(place.at("benchmark").text()),
          glob(place.at("metric"), PRIMARY),
          growth(place.at("up_to")),
          place.at("reason").text(),
          place.at("by").ifPresent().map(JsonPlace::text).orElse(""),
          place.at("until").ifPresent().map(PolicyFile::date),
          place.at("since").ifPresent().map(PolicyFile::date));
    } catch (IllegalArgumentException e) {
      throw place.problem("cannot be used: " + e.getMessage());
    }
  }

  private static Glob glob(JsonPlace place, String otherwise) {
    return new Glob(place.ifPresent().map(JsonPlace::text).orElse(otherwise));
  }

  private static OptionalDouble share(JsonPlace place) {
    if (!place.isPresent()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number(place, Share::parse));
  }

  private static double growth(JsonPlace place) {
    if (!place.isPresent()) {
      throw place.problem("is missing");
    }
    return number(place, Share::parseGrowth);
  }

  private static double number(JsonPlace place, ToDoubleFunction<String> reader) {
    try {
      return reader.applyAsDouble(place.node().isNumber() ? place.node().asText() : place.text());
    } catch (IllegalArgumentException e) {
      throw place.problem("cannot be used: " + e.getMessage());
    }
  }

  private static Better better(JsonPlace place) {
    return Arrays.stream(Better.values())
        .filter(better -> better != Better.UNKNOWN && better.label().equals(place.text()))
        .findFirst()
        .orElseThrow(
            () -> place.problem("must be lower or higher, is " + ShownText.of(place.text())));
  }

  private static LocalDate date(JsonPlace place) {
    String text = place.node().isNumber() ? place.node().asText() : place.text();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw place.problem("must be a date such as 2026-12-31, is " + ShownText.of(text));
    }
  }

  private static void requireKnown(JsonPlace place, String... known) {
    place
        .members()
        .filter(member -> !List.of(known).contains(member.key()))
        .findFirst()
        .ifPresent(
            member -> {
              throw member.problem("is not known here; known are " + String.join(", ", known));
            });
  }
}
