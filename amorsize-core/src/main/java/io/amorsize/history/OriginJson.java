package io.amorsize.history;

import io.amorsize.result.JsonPlace;
import io.amorsize.result.MetadataJson;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a run comes from, as plain JSON values; what is not known is left out. */
public final class OriginJson {

  private OriginJson() {}

  /** The origin as plain values. */
  public static Map<String, Object> plain(RunOrigin origin) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", origin.name());
    json.put("time", origin.time().toString());
    origin.commit().ifPresent(commit -> json.put("commit", commit));
    origin.branch().ifPresent(branch -> json.put("branch", branch));
    if (!origin.labels().isEmpty()) {
      json.put("labels", origin.labels());
    }
    origin
        .environment()
        .ifPresent(where -> json.put("environment", MetadataJson.environment(where)));
    return json;
  }

  /**
   * Reads what {@link #plain} gave.
   *
   * @throws io.amorsize.result.ResultFormatException in one sentence, if it is something else
   */
  public static RunOrigin read(JsonPlace place) {
    SortedMap<String, String> labels =
        place.at("labels").ifPresent().map(KeyJson::texts).orElseGet(TreeMap::new);
    try {
      return new RunOrigin(
          place.at("name").text(),
          instant(place.at("time")),
          text(place.at("commit")),
          text(place.at("branch")),
          labels,
          place.at("environment").ifPresent().map(MetadataJson::readEnvironment));
    } catch (IllegalArgumentException e) {
      throw place.problem("cannot be used: " + e.getMessage());
    }
  }

  private static Optional<String> text(JsonPlace place) {
    return place.ifPresent().map(JsonPlace::text);
  }

  static Instant instant(JsonPlace place) {
    try {
      return Instant.parse(place.text());
    } catch (DateTimeParseException e) {
      throw place.problem("must be a time such as 2026-01-31T23:59:59Z, is " + place.text());
    }
  }
}
