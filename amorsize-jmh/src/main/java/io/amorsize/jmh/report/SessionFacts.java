package io.amorsize.jmh.report;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionOutcome;
import io.amorsize.jmh.interleaved.SessionOutcome.Cost;
import io.amorsize.jmh.interleaved.SessionOutcome.Warmup;
import io.amorsize.warmup.PilotWarmup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a session that measured both sides fork by fork says besides its comparison.
 *
 * @param outcome how the session ended
 * @param folder where it left its results
 * @param confirms whether it measured again what another comparison had flagged
 */
public record SessionFacts(SessionOutcome outcome, Path folder, boolean confirms) {

  /** A session that measured for the first time. */
  public SessionFacts(SessionOutcome outcome, Path folder) {
    this(outcome, folder, false);
  }

  /** Whether rows are undecided that the session would have measured further. */
  boolean isCutShort() {
    return outcome.ending() != SessionOutcome.Ending.COMPLETE;
  }

  /** The part of the headline that says how it ended; empty where it came to its end. */
  String ending() {
    String failed =
        outcome.failures().isEmpty() ? "" : "; " + outcome.failures().size() + " failed";
    return switch (outcome.ending()) {
      case COMPLETE -> failed;
      case OUT_OF_TIME -> failed + "; out of time" + left();
      case STOPPED -> failed + "; stopped" + left();
    };
  }

  /** What there was still to measure. */
  private String left() {
    int open = outcome.comparison().open().size();
    int notBegun = outcome.notBegun().size();
    List<String> parts = new ArrayList<>();
    if (open > 0 || notBegun == 0) {
      parts.add(open == 1 ? "1 row open" : open + " rows open");
    }
    if (notBegun > 0) {
      parts.add((notBegun == 1 ? "1 benchmark" : notBegun + " benchmarks") + " not begun");
    }
    return " with " + String.join(" and ", parts);
  }

  /** What was measured and how long it took, as sentences. */
  List<String> sentences() {
    Cost cost = outcome.cost();
    List<String> sentences = new ArrayList<>();
    if (cost.forks() > 0) {
      sentences.add(
          "Measured "
              + cost.forks()
              + " forks in "
              + inWords(cost.elapsed())
              + (cost.planning().isZero()
                  ? ""
                  : " (" + inWords(cost.planning()) + " of it to find the warm-up)")
              + "; a fixed 5 v 5 would have taken "
              + inWords(cost.fixed())
              + " with the same iterations, and "
              + inWords(cost.jmhDefaults())
              + " with JMH's defaults.");
    }
    warmup().ifPresent(sentences::add);
    sentences.add("Both sides' results and all forks are in " + folder + ".");
    return sentences;
  }

  /** The warm-up that pilots chose; empty where none did. */
  private Optional<String> warmup() {
    List<PilotWarmup> pilots = outcome.warmups().stream().map(Warmup::pilot).toList();
    if (pilots.isEmpty()) {
      return Optional.empty();
    }
    IntSummaryStatistics lengths =
        pilots.stream().mapToInt(PilotWarmup::iterations).summaryStatistics();
    long settled = pilots.stream().filter(PilotWarmup::settled).count();
    String range =
        lengths.getMin() == lengths.getMax()
            ? "" + lengths.getMin()
            : lengths.getMin() + " to " + lengths.getMax();
    return Optional.of(
        "Warm-up of each fork: "
            + range
            + " iterations, half as much again as pilots took to settle; "
            + settled
            + " of "
            + pilots.size()
            + (pilots.size() == 1 ? " benchmark" : " benchmarks")
            + " settled.");
  }

  /** What could not be measured. */
  List<String> failures() {
    return outcome.failures().stream().map(SessionOutcome.Failure::message).toList();
  }

  /** The facts for a program. */
  Map<String, Object> json() {
    Cost cost = outcome.cost();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", folder.toString());
    json.put("ending", outcome.ending().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("open", outcome.comparison().open().size());
    json.put("notBegun", outcome.notBegun().stream().map(SessionFacts::plain).toList());
    json.put("warmups", outcome.warmups().stream().map(SessionFacts::plain).toList());
    json.put("forks", cost.forks());
    json.put("elapsedSeconds", seconds(cost.elapsed()));
    json.put("planningSeconds", seconds(cost.planning()));
    json.put("fixedSeconds", seconds(cost.fixed()));
    json.put("jmhDefaultsSeconds", seconds(cost.jmhDefaults()));
    json.put(
        "failures",
        outcome.failures().stream()
            .map(
                failure -> {
                  Map<String, Object> entry = plain(failure.unit());
                  entry.put("message", failure.message());
                  return entry;
                })
            .toList());
    return json;
  }

  private static Map<String, Object> plain(Warmup warmup) {
    PilotWarmup pilot = warmup.pilot();
    Map<String, Object> json = plain(warmup.unit());
    json.put("iterations", pilot.iterations());
    json.put("iterationSeconds", warmup.time().map(SessionFacts::seconds).orElse(null));
    json.put("steadyFrom", orNull(pilot.steadyFrom()));
    json.put("settled", pilot.settled());
    return json;
  }

  private static Map<String, Object> plain(PairedUnit unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", unit.base().benchmark());
    json.put("params", unit.base().params());
    return json;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  /** A duration as people say it: {@code 45 s}, {@code 3 min 20 s}, {@code 1 h 23 min}. */
  public static String inWords(Duration time) {
    long seconds = Math.round(time.toMillis() / 1000.0);
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }
    long minutes = Math.round(seconds / 60.0);
    return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }
}
