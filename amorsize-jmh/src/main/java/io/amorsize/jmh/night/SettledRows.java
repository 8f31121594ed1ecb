package io.amorsize.jmh.night;

import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedComparison;
import io.amorsize.jmh.json.RecordedRow;
import io.amorsize.jmh.night.ConfirmedRow.Status;
import io.amorsize.jmh.page.NightPage;
import io.amorsize.jmh.report.RowNumbers;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a night as they stand at its end: one that was measured again, with both jars in one
 * session, is told by that session, and what two sessions alone show is no more than a suspect.
 */
final class SettledRows {

  private final Night night;
  private final NightComparisons comparisons;
  private final Confirmation confirmation;
  private final List<RowComparison> again = new ArrayList<>();
  private final Map<NightComparison, NightPage.Against> drawn = new LinkedHashMap<>();

  private SettledRows(Night night) {
    this.night = night;
    this.comparisons = NightComparisons.read(night.folder().comparisons());
    this.confirmation = Confirmation.read(night.folder().confirmation());
  }

  /** The rows of a night that has been confirmed. */
  static SettledRows of(Night night) {
    SettledRows rows = new SettledRows(night);
    rows.recallSessions();
    for (NightComparison with : rows.comparisons.with()) {
      rows.against(with).ifPresent(against -> rows.drawn.put(with, against));
    }
    return rows;
  }

  /** What the night was compared with, with its rows, as far as they can be drawn. */
  List<NightPage.Against> drawn() {
    return List.copyOf(drawn.values());
  }

  /** What the night was compared with; where the rows cannot be drawn, a note says so. */
  NightComparisons noted() {
    List<NightComparison> with =
        comparisons.with().stream()
            .map(each -> each.withNote(notDrawn(each), !drawn.containsKey(each)))
            .toList();
    return new NightComparisons(with, comparisons.absent());
  }

  private String notDrawn(NightComparison with) {
    Path rows = night.folder().comparison(with.baseline()).getFileName();
    return String.format(
        Locale.ROOT,
        "baseline '%s', or the noise that is known, is another by now than when these rows were"
            + " judged, so that the page does not draw them; %s holds them",
        with.baseline(),
        rows);
  }

  /** Later sessions did not measure what an earlier one had answered. */
  private void recallSessions() {
    for (NightComparison with : comparisons.with()) {
      RecordedComparison comparison =
          ComparisonFile.read(night.folder().comparison(with.baseline()));
      List<RecordedRow> measured =
          comparison.open().stream()
              .filter(
                  row -> settled(with, row.key(), row.metric()).flatMap(this::measured).isEmpty())
              .toList();
      new ConfirmSession(night, with, comparison.withRows(measured))
          .recalled()
          .ifPresent(session -> again.addAll(session.rows()));
    }
  }

  /**
   * The rows; empty where the baseline, or what is known of the noise, is another by now than when
   * they were judged.
   */
  private Optional<NightPage.Against> against(NightComparison with) {
    return TwoSessions.of(night, with.role())
        .filter(found -> found.json().equals(judged(with)))
        .map(
            found ->
                new NightPage.Against(
                    NightReport.against(with),
                    NightReport.counts(with.counts()),
                    with.notes(),
                    found.report(found.rows()),
                    found.report(settled(with, found.rows())),
                    row -> remark(with, row)));
  }

  private String judged(NightComparison with) {
    try {
      return Files.readString(night.folder().comparison(with.baseline()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Comparison settled(NightComparison with, Comparison between) {
    return between.withRows(between.rows().stream().map(row -> settled(with, row)).toList());
  }

  private RowComparison settled(NightComparison with, RowComparison row) {
    Optional<ConfirmedRow> settled = settled(with, row.key(), row.metric());
    if (settled.isEmpty()) {
      return row;
    }
    RowComparison told = settled.flatMap(this::measured).orElse(row);
    return switch (settled.get().status()) {
      case CONFIRMED, ACCEPTED -> told.judged(Verdict.SLOWER, false);
      case CLEARED -> told;
      case SAME_CODE -> told.judged(Verdict.INCONCLUSIVE, false);
      case OPEN -> told.judged(Verdict.INCONCLUSIVE, true);
    };
  }

  /** What became of a row against a baseline, if it was flagged. */
  private Optional<ConfirmedRow> settled(NightComparison with, BenchmarkKey key, String metric) {
    return confirmation.rows().stream()
        .filter(row -> row.baseline().equals(with.baseline()))
        .filter(row -> row.metric().equals(metric))
        .filter(row -> row.key().withoutPlan().equals(key.withoutPlan()))
        .findFirst();
  }

  /** The row of the session that answered, if one did. */
  private Optional<RowComparison> measured(ConfirmedRow settled) {
    return again.stream()
        .filter(row -> row.metric().equals(settled.metric()))
        .filter(row -> row.key().withoutPlan().equals(settled.key().withoutPlan()))
        .filter(row -> settled.slowdown().isPresent())
        .filter(row -> row.change().slowdown().equals(settled.slowdown()))
        .findFirst();
  }

  private String remark(NightComparison with, RowComparison row) {
    Optional<ConfirmedRow> settled = settled(with, row.key(), row.metric());
    if (settled.isEmpty()) {
      return "";
    }
    String suspected =
        settled.get().suspected().isEmpty()
            ? ""
            : "; two sessions showed "
                + RowNumbers.changeInWords(settled.get().suspected().getAsDouble());
    if (settled.flatMap(this::measured).isPresent()) {
      return "Measured again with both jars in one session" + suspected + ".";
    }
    return settled.get().status() == Status.SAME_CODE
        ? "Both sides are of one jar, so the code is not the cause."
        : "Not measured again, since " + settled.get().why() + ".";
  }
}
