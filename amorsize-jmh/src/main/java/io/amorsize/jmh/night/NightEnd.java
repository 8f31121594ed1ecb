package io.amorsize.jmh.night;

import io.amorsize.jmh.report.Report;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a night ended. */
public final class NightEnd {

  private final NightFolder folder;
  private final NightSettings settings;
  private final NightJudgement judgement;

  NightEnd(NightFolder folder, NightSettings settings) {
    this.folder = folder;
    this.settings = settings;
    this.judgement = NightJudgement.of(folder);
  }

  /** Whether something could not be measured. */
  public boolean runFailed() {
    return !judgement.failures().isEmpty();
  }

  /** Whether something got slower, or a criterion was broken. */
  public boolean regressed() {
    return judgement.regressed();
  }

  /** Whether suspects could not be settled. */
  public boolean hasOpenSuspects() {
    return !judgement.open().isEmpty();
  }

  /** Whether something could not be told that should have been. */
  public boolean couldNotTell() {
    return judgement.couldNotTell(settings.judging().strict());
  }

  /** Writes that the night is over. */
  public void finish(Instant at, int exitCode) {
    NightState.End end = new NightState.End(at, judgement.judgement(), exitCode);
    folder.write(folder.state().ended(end));
  }

  /** The report for people. */
  public Report report() {
    return NightReport.of(folder, settings);
  }

  /** The same as a page, as the night wrote it. */
  public String page() {
    try {
      return Files.readString(folder.page());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The night in short for programs: {@code amorsize.night-summary/1}. */
  public String json() {
    NightState state = folder.state();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.night-summary/1");
    json.put("night", folder.id());
    // What chat services show.
    json.put("text", "Night " + folder.id() + ". " + judgement.headline());
    json.put("exitCode", state.end().map(NightState.End::exitCode).orElse(null));
    json.put("judged", judgement.judgement().label());
    json.put("startedAt", state.startedAt().toString());
    json.put("commit", state.commit().orElse(null));
    json.put("branch", state.branch().orElse(null));
    json.put("steps", state.steps().stream().map(StepRecord::plain).toList());
    json.put("failures", judgement.failures());
    json.put("broken", judgement.broken());
    json.put(
        "suspects", judgement.confirmation().rows().stream().map(ConfirmedRow::plain).toList());
    json.put("comparisons", plain(judgement.comparisons()));
    json.put("falseAlarms", FalseAlarms.until(folder).plain());
    json.put("standingOut", TrendStep.standingOut(folder));
    json.put("folder", folder.path().toString());
    return JsonFile.text(json);
  }

  private static List<Map<String, Object>> plain(NightComparisons comparisons) {
    return comparisons.with().stream().map(NightComparison::plain).toList();
  }
}
