package io.amorsize.history;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.JsonPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keys of rows as plain JSON values. */
public final class KeyJson {

  private KeyJson() {}

  /** A key as plain values. */
  public static Map<String, Object> key(BenchmarkKey key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", key.benchmark());
    json.put("mode", key.mode());
    json.put("params", key.params());
    json.put("threads", key.threads());
    return json;
  }

  /** Reads what {@link #key} gave. */
  public static BenchmarkKey readKey(JsonPlace place) {
    return new BenchmarkKey(
        place.at("benchmark").text(),
        place.at("mode").text(),
        texts(place.at("params")),
        place.at("threads").integer());
  }

  /** An object of texts. */
  public static SortedMap<String, String> texts(JsonPlace place) {
    SortedMap<String, String> texts = new TreeMap<>();
    place.members().forEach(member -> texts.put(member.key(), member.text()));
    return texts;
  }
}
