package io.amorsize.jmh.night;

import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a night was compared with.
 *
 * @param with the comparisons, that with the rolling baseline first
 * @param absent names of baselines that are not there
 */
public record NightComparisons(List<NightComparison> with, List<String> absent) {

  private static final String SCHEMA = "amorsize.night-comparisons/1";

  /** Copies the lists. */
  public NightComparisons {
    with = List.copyOf(with);
    absent = List.copyOf(absent);
  }

  /** The comparison with a baseline. */
  public Optional<NightComparison> of(BaseRole role) {
    return with.stream().filter(each -> each.role() == role).findFirst();
  }

  void write(Path file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("with", with.stream().map(NightComparison::plain).toList());
    json.put("absent", absent);
    WholeFile.write(file, JsonFile.text(json));
  }

  static NightComparisons read(Path file) {
    JsonPlace json = JsonFile.read(file).object();
    return new NightComparisons(
        json.at("with").elements().stream().map(NightComparison::read).toList(),
        json.at("absent").texts());
  }
}
