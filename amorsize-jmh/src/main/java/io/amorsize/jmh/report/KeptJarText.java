package io.amorsize.jmh.report;

import io.amorsize.history.KeptJar;
import io.amorsize.jmh.report.Section.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The jar that a baseline keeps. */
public final class KeptJarText {

  private KeptJarText() {}

  /** The jar in a line. */
  public static String line(KeptJar jar) {
    OptionalLong bytes = jar.bytes();
    return "Jar: "
        + jar.shortHash()
        + "... ("
        + (bytes.isPresent() ? Numbers.bytes(bytes.getAsLong()) : "not here; only its hash is kept")
        + ")";
  }

  /** A report with the jar in front of its sections. */
  public static Report inFrontOf(Report report, KeptJar jar) {
    List<Section> sections = new ArrayList<>(List.of(Paragraph.of(line(jar))));
    sections.addAll(report.sections());
    return new Report(report.title(), report.headline(), report.tone(), sections, report.next());
  }

  /** The jar for programs: {@code bytes} is null where the file is not there. */
  public static Map<String, Object> json(KeptJar jar) {
    OptionalLong bytes = jar.bytes();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sha256", jar.sha256());
    json.put("file", jar.file().toString());
    json.put("bytes", bytes.isPresent() ? bytes.getAsLong() : null);
    return json;
  }
}
