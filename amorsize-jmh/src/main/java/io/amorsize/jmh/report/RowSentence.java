package io.amorsize.jmh.report;

import io.amorsize.finding.Finding;
import io.amorsize.finding.Severity;
import io.amorsize.statistics.Interval;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A row in a sentence: verdict, change, test, both sides, and what helps. */
final class RowSentence {

  private RowSentence() {}

  static String of(RowComparison row, DecisionRule rule) {
    StringBuilder text = new StringBuilder(facts(row));
    remedy(row, rule).forEach(part -> text.append("; ").append(part));
    return text.toString();
  }

  /** The same without what helps. */
  static String facts(RowComparison row) {
    return RowMark.of(row).words() + change(row) + sides(row);
  }

  private static String change(RowComparison row) {
    return size(row) + " (" + String.join(", ", evidence(row)) + ")";
  }

  private static String size(RowComparison row) {
    OptionalDouble slowdown = row.change().slowdown();
    if (slowdown.isPresent() && row.isJudged()) {
      return ": cost " + RowNumbers.changeInWords(slowdown.getAsDouble());
    }
    return row.isCalled() ? ": " + RowNumbers.difference(row) : "";
  }

  private static List<String> evidence(RowComparison row) {
    List<String> parts = new ArrayList<>();
    row.change().interval().map(RowSentence::interval).ifPresent(parts::add);
    row.change().p().ifPresent(p -> parts.add(RowNumbers.probability("p", p)));
    row.change().q().ifPresent(q -> parts.add(RowNumbers.probability("q", q)));
    parts.add(RowNumbers.forks(row));
    return parts;
  }

  private static String interval(Interval interval) {
    return "95 % interval "
        + RowNumbers.changeInWords(interval.lower())
        + " to "
        + RowNumbers.changeInWords(interval.upper());
  }

  private static String sides(RowComparison row) {
    if (row.base().center().isEmpty() || row.current().center().isEmpty()) {
      return "";
    }
    return ", from "
        + RowNumbers.value(row.base().center().getAsDouble())
        + " to "
        + RowNumbers.value(row.current().center().getAsDouble())
        + " "
        + row.unit().symbol();
  }

  private static Stream<String> remedy(RowComparison row, DecisionRule rule) {
    return switch (RowMark.of(row)) {
      case SLOWER ->
          row.accepted().isPresent()
              ? row.accepted().stream()
                  .map(
                      change ->
                          "accepted up to "
                              + RowNumbers.changeInWords(1 + change.upTo())
                              + ": "
                              + change.reason())
              : Stream.of(
                  "confirm runs it again with fresh forks; agree to it in the file of --accepted if it is"
                      + " meant");
      case SUSPECT ->
          Stream.of(
              "flagged, but it may be chance among so many rows; confirm runs it again and judges the new data alone");
      case CANNOT_TELL -> Stream.concat(needed(row, rule).stream(), warnings(row));
      case FASTER, SAME -> Stream.empty();
    };
  }

  /** The forks that an answer would take; empty where no number of forks was worked out. */
  private static List<String> needed(RowComparison row, DecisionRule rule) {
    if (!row.isJudged()) {
      return List.of();
    }
    String change = RowNumbers.share(rule.changeToSee(row.key().benchmark(), row.metric()));
    return List.of(
        row.change().forksNeeded().isPresent()
            ? "it would take "
                + row.change().forksNeeded().getAsInt()
                + " forks a side to see "
                + change
            : "more than 100 forks a side would be needed to see " + change);
  }

  private static Stream<String> warnings(RowComparison row) {
    return row.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .map(Finding::message);
  }
}
