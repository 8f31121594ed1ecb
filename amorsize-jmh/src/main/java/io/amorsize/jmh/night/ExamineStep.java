package io.amorsize.jmh.night;

import io.amorsize.doctor.HealthReport;
import io.amorsize.doctor.Outcome;
import io.amorsize.finding.Finding;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the doctor whether the host is fit to measure. */
final class ExamineStep implements NightStep {

  /**
   * What the doctor said.
   *
   * @param fit whether results may be used
   * @param findings what failed, a sentence each
   */
  record Health(boolean fit, List<String> findings) {

    private static final Health NOT_ASKED = new Health(true, List.of());

    static Health of(NightFolder folder) {
      if (!Files.exists(folder.doctor())) {
        return NOT_ASKED;
      }
      JsonPlace json = JsonFile.read(folder.doctor());
      return new Health(json.at("fit").bool(), json.at("findings").texts());
    }
  }

  @Override
  public String word() {
    return "doctor";
  }

  @Override
  public String run(Night night) {
    if (night.tools().doctor().isEmpty()) {
      return "not asked";
    }
    HealthReport report = night.tools().doctor().get().get();
    List<String> findings = new ArrayList<>();
    for (Outcome outcome : List.of(Outcome.ERROR, Outcome.WARNING)) {
      for (Finding finding : report.findings(outcome)) {
        findings.add(finding.message() + " [" + finding.code().label() + "]");
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.night-doctor/1");
    json.put("fit", report.grade().isFit());
    json.put("grade", report.grade().label());
    json.put("passed", report.passed());
    json.put("failed", report.failed());
    json.put("findings", findings);
    WholeFile.write(night.folder().doctor(), JsonFile.text(json));
    return "the host is "
        + report.grade().label()
        + ", "
        + report.passed()
        + " of "
        + (report.passed() + report.failed())
        + " checks pass";
  }
}
