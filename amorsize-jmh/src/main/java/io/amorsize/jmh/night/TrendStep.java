package io.amorsize.jmh.night;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import io.amorsize.history.Series;
import io.amorsize.history.Trend;
import io.amorsize.policy.Glob;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.WholeFile;
import io.amorsize.verdict.RowSelection;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at tonight's series over the nights before; what it says is advice. */
final class TrendStep implements NightStep {

  /** A quarter of a year. */
  private static final int NIGHTS = 100;

  private static final RowSelection EVERYTHING =
      new RowSelection(List.of(), List.of(), List.of(Glob.ANY));

  @Override
  public String word() {
    return "trend";
  }

  @Override
  public String run(Night night) {
    if (night.settings().history().isEmpty()) {
      return "no history";
    }
    NightSettings.History history = night.settings().history().get();
    List<String> standingOut = new ArrayList<>();
    int[] counts = new int[2];
    try (HistoryStore store = history.opener().get()) {
      List<RecordedRun> runs =
          store.runs(named(history.name()).last(NIGHTS)).stream()
              .filter(run -> !run.origin().time().isAfter(night.state().startedAt()))
              .toList();
      counts[1] = runs.size();
      store.series(
          runs,
          EVERYTHING,
          series -> {
            counts[0]++;
            sentence(series, night).ifPresent(standingOut::add);
          });
    }
    write(night, counts, standingOut);
    return counts[0]
        + " series over "
        + counts[1]
        + (counts[1] == 1 ? " night, " : " nights, ")
        + (standingOut.isEmpty() ? "none stands out" : standingOut.size() + " out of line");
  }

  private static RunFilter named(String name) {
    return new RunFilter(
        Optional.of(new Glob(name)),
        RunFilter.ALL.commit(),
        RunFilter.ALL.branch(),
        RunFilter.ALL.since(),
        RunFilter.ALL.until(),
        RunFilter.ALL.labels(),
        RunFilter.ALL.last());
  }

  /** About a series whose last night is tonight and stands out. */
  private static Optional<String> sentence(Series series, Night night) {
    Trend trend = Trend.of(series).get(0);
    boolean tonight =
        trend.last().run().origin().time().toEpochMilli()
            == night.state().startedAt().toEpochMilli();
    if (!tonight || !trend.standsOut()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s%s%s: cost %+.1f %% against the median of the nights before",
            series.key().row().benchmark(),
            series.key().row().params().isEmpty() ? "" : " " + series.key().row().paramText(),
            series.key().metric().equals("primary") ? "" : " " + series.key().metric(),
            100 * trend.change().orElseThrow()));
  }

  private static void write(Night night, int[] counts, List<String> standingOut) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.night-trend/1");
    json.put("series", counts[0]);
    json.put("nights", counts[1]);
    json.put("standing_out", standingOut);
    WholeFile.write(night.folder().trend(), JsonFile.text(json));
  }

  /** What stands out, a sentence each. */
  static List<String> standingOut(NightFolder folder) {
    if (!Files.exists(folder.trend())) {
      return List.of();
    }
    return JsonPlace.root(folder.trend().toString(), JsonFile.readTree(folder.trend()))
        .at("standing_out")
        .texts();
  }
}
