package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.night.BaseRole;
import io.amorsize.jmh.night.NightSettings;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.SessionFacts;
import io.amorsize.jmh.report.Tone;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.result.JsonFile;
import io.amorsize.result.ResultFormatException;
import io.amorsize.workload.WorkloadSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a night would measure, and what it would be held against. */
final class NightDryRun {

  private final NightSettings settings;
  private final List<Section> sections = new ArrayList<>();
  private final Map<String, Object> json = new LinkedHashMap<>();
  private String headline = "";

  private NightDryRun(NightSettings settings) {
    this.settings = settings;
    json.put("schema", DryRun.SCHEMA);
  }

  /** Of the suite. */
  static NightDryRun of(
      NightSettings settings, List<WorkloadSpec<?, ?>> workloads, RunProfile profile) {
    NightDryRun run = new NightDryRun(settings);
    Report suite = DryRun.report(workloads, profile);
    run.sections.addAll(suite.sections());
    run.headline = suite.headline();
    Duration expected = profile.expectedWorkload().multipliedBy(workloads.size());
    run.json.put("workloads", workloads.stream().map(WorkloadSpec::name).toList());
    run.json.put("expected_seconds", expected.toSeconds());
    return run;
  }

  /** Of a jar, whose benchmarks are listed. */
  static NightDryRun of(
      NightSettings settings, JarSide side, JmhArguments arguments, int forks, ForkSource source) {
    NightDryRun run = new NightDryRun(settings);
    SessionSpec spec = listed(side, arguments, source);
    int units = spec.units().size();
    Duration expected = SessionRun.USUAL_FORK.multipliedBy((long) units * forks);
    run.sections.add(SessionRun.table(spec));
    run.headline =
        units
            + (units == 1 ? " benchmark, " : " benchmarks, ")
            + units * forks
            + " forks; about "
            + SessionFacts.inWords(expected)
            + " where operations are short; nothing was run.";
    run.json.put("benchmarks", spec.units().stream().map(unit -> unit.base().toString()).toList());
    run.json.put("forks", units * forks);
    run.json.put("expected_seconds", expected.toSeconds());
    return run;
  }

  /** Of a run that is there already. */
  static NightDryRun of(NightSettings settings, Path measured) {
    NightDryRun run = new NightDryRun(settings);
    run.headline = "Nothing would be measured, since " + measured + " is given; nothing was run.";
    run.json.put("measured", measured.toString());
    return run;
  }

  /** Lists in a folder that is gone afterwards. */
  private static SessionSpec listed(JarSide side, JmhArguments arguments, ForkSource source) {
    try {
      Path work = Files.createTempDirectory("amorsize-");
      try (PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
        JarForks forks = source.open(nowhere, work);
        return SessionSides.listOne(forks, side, arguments, List.of(NightlyCommand.NAME));
      } finally {
        Files.deleteIfExists(work);
      }
    } catch (IOException e) {
      throw new ResultFormatException(
          "the folder for temporary files cannot be used (" + e + "); set java.io.tmpdir", e);
    }
  }

  Report report() {
    sections.add(Section.Paragraph.of(bases()));
    return new Report(
        "Night, dry run", headline, Tone.PLAIN, sections, "Next: leave out --dry-run.");
  }

  private String bases() {
    List<String> there = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (BaseRole role : BaseRole.values()) {
      String name = settings.bases().name(role);
      String word = (role == BaseRole.ANCHOR ? "the anchor '" : "the rolling baseline '") + name;
      (settings.bases().store().find(name).isPresent() ? there : absent).add(word + "'");
    }
    String compared = "To be compared with " + String.join(" and ", there) + ". ";
    String yet = "Not there yet: " + String.join(" and ", absent) + ".";
    return ((there.isEmpty() ? "" : compared) + (absent.isEmpty() ? "" : yet)).strip();
  }

  String json() {
    return JsonFile.text(json);
  }
}
