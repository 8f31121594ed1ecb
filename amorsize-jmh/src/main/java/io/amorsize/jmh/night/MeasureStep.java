package io.amorsize.jmh.night;

import io.amorsize.result.JsonFile;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures. */
record MeasureStep(NightMeasurement measurement) implements NightStep {

  private static final String FILE = "measured.json";

  @Override
  public String word() {
    return measurement.word();
  }

  @Override
  public String run(Night night) {
    NightMeasurement.Outcome outcome = measurement.measure(night.folder().run());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.night-measured/1");
    json.put("sentence", outcome.sentence());
    json.put("failures", outcome.failures());
    WholeFile.write(night.folder().path().resolve(FILE), JsonFile.text(json));
    return outcome.sentence();
  }

  /** What could not be measured. */
  static List<String> failures(NightFolder folder) {
    Path file = folder.path().resolve(FILE);
    return JsonFile.read(file).at("failures").texts();
  }
}
