package io.amorsize.jmh.report;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.doctor.Amount;
import io.amorsize.doctor.CheckResult;
import io.amorsize.doctor.HealthReport;
import io.amorsize.doctor.Outcome;
import io.amorsize.finding.Finding;
import io.amorsize.host.HostProfile;
import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.result.JsonFile;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.RunEnvironment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How fit a host is, for people and for programs. */
public final class DoctorReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("check"),
          Column.words("value"),
          Column.words("bar"),
          Column.words("result"));

  private DoctorReport() {}

  /** The whole report. */
  public static Report of(HealthReport health) {
    List<Section> sections = new ArrayList<>();
    sections.add(Paragraph.of(host(health.host())));
    sections.add(new Table("", COLUMNS, health.results().stream().map(DoctorReport::row).toList()));
    List<Paragraph> failures = failures(health);
    if (!failures.isEmpty()) {
      sections.add(new Notes("To put right:", failures));
    }
    List<Paragraph> notes =
        health.findings(Outcome.NOTE).stream().map(found -> note(found, Tone.PLAIN)).toList();
    if (!notes.isEmpty()) {
      sections.add(new Notes("Good to know:", notes));
    }
    if (health.count(Outcome.UNKNOWN) > 0) {
      sections.add(new Paragraph(unknown(health), Tone.FAINT));
    }
    return new Report("Doctor", headline(health), tone(health), sections, next(health));
  }

  /**
   * What failed, for somebody who is about to measure.
   *
   * @param width columns of the terminal
   * @return lines that end with a line feed; empty where nothing failed
   */
  public static String brief(HealthReport health, int width) {
    StringBuilder out = new StringBuilder();
    List<Paragraph> failures = failures(health);
    if (!failures.isEmpty()) {
      new TextFormat(width, false)
          .write(out, new Notes("This host is not at its best ('doctor' shows all):", failures));
    }
    return out.toString();
  }

  private static String host(HostProfile host) {
    return host.cpuModel()
        + ", "
        + host.availableProcessors()
        + (host.availableProcessors() == 1 ? " processor" : " processors")
        + ", JDK "
        + host.jdkFeature()
        + " ("
        + host.jdkVendor()
        + "), "
        + host.osName();
  }

  private static List<Cell> row(CheckResult result) {
    return List.of(
        Cell.of(result.subject()),
        Cell.of(result.answer().value().text()),
        Cell.of(result.answer().bar().text()),
        new Cell(result.outcome().label(), tone(result.outcome())));
  }

  private static Tone tone(Outcome outcome) {
    return switch (outcome) {
      case PASS -> Tone.GOOD;
      case NOTE -> Tone.PLAIN;
      case WARNING -> Tone.UNSURE;
      case ERROR -> Tone.BAD;
      case UNKNOWN -> Tone.FAINT;
    };
  }

  private static List<Paragraph> failures(HealthReport health) {
    return Stream.of(Outcome.ERROR, Outcome.WARNING)
        .flatMap(outcome -> health.findings(outcome).stream().map(f -> note(f, tone(outcome))))
        .toList();
  }

  private static Paragraph note(Finding finding, Tone tone) {
    String severity = tone == Tone.PLAIN ? "" : finding.severity().label() + ": ";
    return new Paragraph(severity + finding.message() + " [" + finding.code().label() + "]", tone);
  }

  private static String unknown(HealthReport health) {
    return health.with(Outcome.UNKNOWN).stream()
        .map(CheckResult::subject)
        .collect(Collectors.joining(", ", "Not told by this system, and not counted: ", "."));
  }

  private static String headline(HealthReport health) {
    String grade = health.grade().label();
    int errors = health.count(Outcome.ERROR);
    return grade.substring(0, 1).toUpperCase(Locale.ROOT)
        + grade.substring(1)
        + ": "
        + health.passed()
        + " of "
        + (health.passed() + health.failed())
        + " checks pass, "
        + errors
        + (errors == 1 ? " error." : " errors.");
  }

  private static Tone tone(HealthReport health) {
    return switch (health.grade()) {
      case EXCELLENT -> Tone.GOOD;
      case GOOD -> Tone.PLAIN;
      case POOR, CRITICAL -> Tone.BAD;
    };
  }

  private static String next(HealthReport health) {
    return switch (health.grade()) {
      case EXCELLENT -> "Next: measure, for example with 'suite'.";
      case GOOD ->
          health.failed() == 0
              ? "Next: measure, for example with 'suite'."
              : "Next: put right what you can and measure, for example with 'suite'.";
      case POOR, CRITICAL ->
          "Next: put right what is listed, errors first; then run 'doctor' again.";
    };
  }

  /** The whole report for programs. */
  public static String json(HealthReport health) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.doctor/1");
    json.put("grade", health.grade().label());
    json.put("passed", health.passed());
    json.put("failed", health.failed());
    json.put("errors", health.count(Outcome.ERROR));
    json.put("unknown", health.count(Outcome.UNKNOWN));
    json.put(
        "environment",
        MetadataJson.environment(RunEnvironment.of(health.host(), health.host().jvmArgs())));
    json.put("checks", health.results().stream().map(DoctorReport::check).toList());
    json.put(
        "findings",
        Stream.of(Outcome.ERROR, Outcome.WARNING, Outcome.NOTE)
            .flatMap(outcome -> health.findings(outcome).stream())
            .map(DoctorReport::finding)
            .toList());
    return JsonFile.text(json);
  }

  private static Map<String, Object> check(CheckResult result) {
    Amount value = result.answer().value();
    Amount bar = result.answer().bar();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("check", result.subject());
    json.put("code", result.code().label());
    json.put("result", result.outcome().label());
    json.put("value", value.text());
    json.put("bar", bar.text());
    json.put("number", orNull(value.number()));
    json.put("barNumber", orNull(bar.number()));
    json.put("unit", value.unit().isEmpty() ? null : value.unit());
    json.put("remedy", result.answer().remedy().isEmpty() ? null : result.answer().remedy());
    return json;
  }

  private static Map<String, Object> finding(Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", finding.code().label());
    json.put("severity", finding.severity().label());
    json.put("message", finding.message());
    return json;
  }
}
