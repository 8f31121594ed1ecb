package io.amorsize.jmh.contest;

import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.jmh.report.Tone;
import io.amorsize.statistics.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A contest for people. */
public final class ContestReport {

  private ContestReport() {}

  /**
   * The report.
   *
   * @param results at least one
   * @param setting what it was measured on, in a sentence
   * @param seed seed of what is simulated beside it
   */
  public static Report of(List<ContestResult> results, String setting, long seed) {
    List<Section> sections = new ArrayList<>();
    sections.add(Paragraph.of(setting));
    sections.add(targets(results));
    sections.add(plans("Plans made of functions that had never run", results, ContestResult::cold));
    sections.add(plans("Plans made of warm code", results, ContestResult::warm));
    if (results.stream().allMatch(result -> result.coldMap().isPresent())) {
      sections.add(coldMaps(results));
    }
    sections.add(others(results));
    sections.add(SimulatedMachines.section(seed));
    sections.add(
        new Paragraph(
            "Times are ratios of passes measured in turn; worst cases are lower ends of 95 %"
                + " intervals.",
            Tone.FAINT));
    return new Report(
        "How well the optimizer plans",
        headline(results),
        Tone.PLAIN,
        sections,
        "Next: 'optimize WORKLOAD' explains a plan; another --seed draws other data and sizes.");
  }

  private static String headline(List<ContestResult> results) {
    return String.format(
        Locale.ROOT,
        "%d workloads: the plan takes %.2f of the best of a grid (geometric mean), at worst %.2f;"
            + " predictions are %.0f %% accurate (median).",
        results.size(),
        mean(results, result -> result.cold().overBest().ratio()),
        most(results, result -> result.cold().overBest().lower()),
        median(results, result -> result.cold().accuracyPercent()));
  }

  private static Section targets(List<ContestResult> results) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        target(
            "time over the best of the grid, geometric mean",
            1.08,
            results,
            ContestReport::meanOverBest));
    rows.add(target("time over the loop, worst", 1.05, results, ContestReport::worstOverSerial));
    rows.add(accuracy("accuracy, median", 92, results, ContestReport::medianAccuracy));
    rows.add(accuracy("accuracy, worst", 60, results, ContestReport::worstAccuracy));
    rows.add(
        target(
            "planning over what it may take, median", 1, results, ContestReport::medianPlanning));
    rows.add(
        target("planning over what it may take, worst", 1, results, ContestReport::worstPlanning));
    if (results.stream().allMatch(result -> result.coldMap().isPresent())) {
      double worst = most(results, result -> result.coldMap().orElseThrow().lower());
      double mean = mean(results, result -> result.coldMap().orElseThrow().ratio());
      rows.add(
          row(
              "cold map over a cold loop, worst (mean)",
              "1.25",
              worst <= 1.25,
              number(worst) + " (" + number(mean) + ")",
              ""));
    }
    return new Table(
        "Against the targets",
        List.of(
            Column.words("what"),
            Column.numbers("target"),
            Column.numbers("never run"),
            Column.numbers("warm"),
            Column.words("met")),
        rows);
  }

  private static List<Cell> target(
      String what,
      double target,
      List<ContestResult> results,
      ToDoubleFunction<List<PlannedOnce>> score) {
    double cold = score.applyAsDouble(results.stream().map(ContestResult::cold).toList());
    double warm = score.applyAsDouble(results.stream().map(ContestResult::warm).toList());
    boolean met = cold <= target && warm <= target;
    return row(what, number(target), met, number(cold), number(warm));
  }

  private static List<Cell> accuracy(
      String what,
      double target,
      List<ContestResult> results,
      ToDoubleFunction<List<PlannedOnce>> score) {
    double cold = score.applyAsDouble(results.stream().map(ContestResult::cold).toList());
    double warm = score.applyAsDouble(results.stream().map(ContestResult::warm).toList());
    boolean met = cold >= target && warm >= target;
    return row(what, percent(target), met, percent(cold), percent(warm));
  }

  private static List<Cell> row(String what, String target, boolean met, String cold, String warm) {
    return List.of(
        Cell.of(what),
        Cell.of(target),
        Cell.of(cold),
        Cell.of(warm),
        new Cell(met ? "yes" : "no", met ? Tone.GOOD : Tone.BAD));
  }

  private static double meanOverBest(List<PlannedOnce> plans) {
    return mean(plans, plan -> plan.overBest().ratio());
  }

  private static double worstOverSerial(List<PlannedOnce> plans) {
    return most(plans, plan -> plan.overSerial().lower());
  }

  private static double medianAccuracy(List<PlannedOnce> plans) {
    return median(plans, plan -> plan.accuracyPercent());
  }

  private static double worstAccuracy(List<PlannedOnce> plans) {
    return -most(plans, plan -> -plan.accuracyAtBestPercent());
  }

  private static double worstPlanning(List<PlannedOnce> plans) {
    return most(plans, plan -> plan.planningOverAllowed().lower());
  }

  private static double medianPlanning(List<PlannedOnce> plans) {
    return median(plans, plan -> plan.planningOverAllowed().ratio());
  }

  private static Section plans(
      String heading, List<ContestResult> results, Function<ContestResult, PlannedOnce> which) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ContestResult result : results) {
      PlannedOnce plan = which.apply(result);
      rows.add(
          List.of(
              Cell.of(result.workload()),
              Cell.of(milliseconds(result.serialSeconds())),
              Cell.of(plan.plan()),
              Cell.of(result.winner()),
              Cell.of(number(plan.overBest().ratio())),
              Cell.of(interval(plan.overSerial())),
              Cell.of(number(plan.predicted())),
              Cell.of(percent(plan.accuracyPercent())),
              Cell.of(planning(plan))));
    }
    return new Table(
        heading,
        List.of(
            Column.names("workload"),
            Column.numbers("loop ms"),
            Column.words("plan"),
            Column.words("best"),
            Column.numbers("/best"),
            Column.numbers("/loop"),
            Column.numbers("predicted"),
            Column.numbers("acc. %"),
            Column.numbers("planning ms (most)")),
        rows);
  }

  private static Section coldMaps(List<ContestResult> results) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ContestResult result : results) {
      PairedRatio map = result.coldMap().orElseThrow();
      rows.add(
          List.of(
              Cell.of(result.workload()), Cell.of(number(map.ratio())), Cell.of(interval(map))));
    }
    return new Table(
        "The first map of a JVM over a loop in a fresh one",
        List.of(Column.names("workload"), Column.numbers("ratio"), Column.numbers("95 %")),
        rows);
  }

  private static Section others(List<ContestResult> results) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : results.get(0).contestants()) {
      double mean = mean(results, result -> result.overBest().get(name).ratio());
      double worst = most(results, result -> result.overBest().get(name).ratio());
      double overSerial =
          most(
              results,
              result ->
                  result.overBest().get(name).ratio()
                      / result.overBest().get(HandWritten.SERIAL).ratio());
      rows.add(
          List.of(
              Cell.of(name),
              Cell.of(number(mean)),
              Cell.of(number(worst)),
              Cell.of(number(overSerial))));
    }
    return new Table(
        "All contestants",
        List.of(
            Column.words("contestant"),
            Column.numbers("over best, mean"),
            Column.numbers("worst"),
            Column.numbers("worst over the loop")),
        rows);
  }

  /** The typical planning, and the longest. */
  private static String planning(PlannedOnce plan) {
    return milliseconds(median(plan.planningSeconds(), seconds -> seconds))
        + " ("
        + milliseconds(most(plan.planningSeconds(), seconds -> seconds))
        + ")";
  }

  private static String interval(PairedRatio ratio) {
    return ratio
        .interval()
        .map(i -> number(i.lower()) + "-" + number(i.upper()))
        .orElse(number(ratio.ratio()));
  }

  private static <E> double mean(List<E> all, ToDoubleFunction<E> value) {
    return Math.exp(all.stream().mapToDouble(value).map(Math::log).average().orElseThrow());
  }

  private static <E> double most(List<E> all, ToDoubleFunction<E> value) {
    return all.stream().mapToDouble(value).max().orElseThrow();
  }

  private static <E> double median(List<E> all, ToDoubleFunction<E> value) {
    double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, seconds < 0.01 ? "%.2f" : "%.1f", seconds * 1000);
  }
}
