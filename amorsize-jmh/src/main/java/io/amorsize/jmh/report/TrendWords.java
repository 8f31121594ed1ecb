package io.amorsize.jmh.report;

import io.amorsize.history.SeriesKey;
import io.amorsize.trend.ChangeKind;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.RowTrend;
import io.amorsize.trend.TrendEvent;
import io.amorsize.unit.Better;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What happened to series, in words. */
public final class TrendWords {

  private static final int DATE = "2026-01-31".length();
  private static final int YEAR = "2026-".length();

  private final TrendDocument document;
  private final CommonFacts common;
  private final boolean oneNightADay;
  private final boolean oneYear;

  TrendWords(TrendDocument document, CommonFacts common) {
    this.document = document;
    this.common = common;
    List<String> days =
        document.trend().nights().stream().map(night -> day(night.time().toString())).toList();
    this.oneNightADay = days.stream().distinct().count() == days.size();
    this.oneYear = days.stream().map(TrendWords::year).distinct().count() == 1;
  }

  /** The words of a document. */
  public static TrendWords of(TrendDocument document) {
    return new TrendWords(
        document,
        CommonFacts.of(
            document.trend().rows().stream()
                .map(RowTrend::key)
                .filter(key -> !key.isWorkload())
                .map(SeriesKey::row)
                .toList()));
  }

  private static String year(String time) {
    return time.substring(0, YEAR);
  }

  private static String day(String time) {
    return time.substring(0, DATE);
  }

  /** When a night was: its day, with the time where a day has several. */
  public String night(int position) {
    String minutes = TimeOfRun.of(document.night(position).time());
    return oneNightADay ? day(minutes) : minutes;
  }

  /** The same where the year is known. */
  String shortNights(int earliest, int latest) {
    String first = night(earliest).substring(oneYear ? YEAR : 0);
    return earliest == latest
        ? first
        : first + " to " + night(latest).substring(oneYear ? YEAR : 0);
  }

  /** When something may have happened. */
  public String nights(int earliest, int latest) {
    return earliest == latest ? night(earliest) : night(earliest) + " to " + night(latest);
  }

  private Optional<String> commit(int night) {
    return document.night(night).commit().map(RunsReport::shortened);
  }

  /** The commits around a change: {@code 4b69f40..d6be77d}; empty where one is not known. */
  public Optional<String> commits(int before, int night) {
    return commit(before).flatMap(one -> commit(night).map(other -> one + ".." + other));
  }

  /** What happened in one night, in a sentence without a full stop. */
  String sentence(TrendEvent event) {
    return when(event) + ": " + what(event.changes()) + reason(event);
  }

  private String when(TrendEvent event) {
    if (event.kind() == ChangeKind.DRIFT) {
      return nights(event.earliest(), event.latest()) + ", slowly";
    }
    String place =
        event.kind() == ChangeKind.ENVIRONMENT
            ? commit(event.night()).map(commit -> ", within " + commit).orElse("")
            : commits(event.before(), event.night()).map(both -> ", " + both).orElse("");
    String night = night(event.night());
    return event.earliest() == event.latest()
        ? night + place
        : night + place + " (or " + nights(event.earliest(), event.latest()) + ")";
  }

  /** Why it may have happened, beside the commit. */
  private static String reason(TrendEvent event) {
    List<String> parts = new ArrayList<>();
    if (event.kind() == ChangeKind.ENVIRONMENT) {
      parts.add("not the code");
    }
    event.changes().stream()
        .flatMap(change -> change.differences().stream())
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(parts::add);
    event.changes().stream()
        .flatMap(change -> change.accepted().stream())
        .map(agreed -> "accepted: " + agreed.reason())
        .distinct()
        .forEach(parts::add);
    return parts.isEmpty() ? "" : "; " + String.join("; ", parts);
  }

  /** How many got worse and better, and by how much. */
  String what(List<ChangePoint> changes) {
    boolean times = changes.stream().allMatch(TrendWords::isTime);
    List<String> parts = new ArrayList<>();
    add(
        parts,
        changes,
        change -> change.isWorse() && isDirected(change),
        times ? "slower" : "worse");
    add(
        parts,
        changes,
        change -> !change.isWorse() && isDirected(change),
        times ? "faster" : "better");
    add(parts, changes, change -> !isDirected(change), "moved");
    return String.join(", ", parts);
  }

  /** Whether it is known which way is better. */
  public boolean isDirected(ChangePoint change) {
    return document.row(change).better() != Better.UNKNOWN;
  }

  private static boolean isTime(ChangePoint change) {
    return change.key().metric().equals(RowComparison.PRIMARY);
  }

  /** A series, with no more than tells it from the others. */
  public String name(SeriesKey key) {
    long namesakes =
        document.trend().rows().stream()
            .filter(row -> row.key().metric().equals(key.metric()))
            .filter(row -> row.key().row().benchmark().equals(key.row().benchmark()))
            .count();
    String full = SeriesNames.of(key, common);
    if (namesakes > 1 || key.isWorkload()) {
      return full;
    }
    String benchmark = key.row().benchmark().substring(common.prefix().length());
    return key.metric().equals(RowComparison.PRIMARY) ? benchmark : benchmark + " " + key.metric();
  }

  private void add(
      List<String> parts, List<ChangePoint> changes, Predicate<ChangePoint> which, String word) {
    List<ChangePoint> some = changes.stream().filter(which).toList();
    if (some.size() == 1) {
      ChangePoint one = some.get(0);
      parts.add(
          name(one.key()) + " " + word + " (" + RowNumbers.changeInWords(one.slowdown()) + ")");
    } else if (some.size() > 1) {
      List<Double> sorted = some.stream().map(ChangePoint::slowdown).sorted().toList();
      parts.add(
          String.format(
              Locale.ROOT,
              "%d %s (%s to %s)",
              some.size(),
              word,
              RowNumbers.changeInWords(sorted.get(0)),
              RowNumbers.changeInWords(sorted.get(sorted.size() - 1))));
    }
  }
}
