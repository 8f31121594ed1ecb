package io.amorsize.jmh.report;

import io.amorsize.trend.MachineTypes;
import io.amorsize.trend.NightGap;
import io.amorsize.trend.SuiteTrend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What to know of the nights of a trend. */
final class TrendRemarks {

  private static final int SHOWN_GAPS = 3;

  private final TrendDocument document;
  private final SuiteTrend trend;
  private final TrendWords words;

  TrendRemarks(TrendDocument document, TrendWords words) {
    this.document = document;
    this.trend = document.trend();
    this.words = words;
  }

  /** The remarks. */
  Section section() {
    List<Section.Paragraph> notes = new ArrayList<>();
    notes.add(Section.Paragraph.of(machines()));
    for (int night : trend.machines().movedForGood()) {
      notes.add(
          new Section.Paragraph(
              "From "
                  + words.night(night)
                  + " on no machine of the nights before came again: what changed in that night"
                  + " cannot be told from the machine.",
              Tone.UNSURE));
    }
    gaps().ifPresent(text -> notes.add(Section.Paragraph.of(text)));
    few().ifPresent(text -> notes.add(Section.Paragraph.of(text)));
    ended().ifPresent(text -> notes.add(new Section.Paragraph(text, Tone.UNSURE)));
    leftOut().ifPresent(text -> notes.add(Section.Paragraph.of(text)));
    return new Section.Notes("", notes);
  }

  private String machines() {
    MachineTypes machines = trend.machines();
    int count = machines.names().size();
    String types =
        IntStream.range(0, count)
            .mapToObj(type -> machines.names().get(type) + " (" + machines.nights(type) + ")")
            .collect(Collectors.joining(", "));
    String known =
        switch (machines.basis()) {
          case RECORDED -> "Machines, as recorded, with their nights: " + types;
          case INFERRED ->
              count == 1
                  ? "All nights look as if one type of machine measured them"
                  : "Types of machines, told from how all series move together, with their nights: "
                      + types;
          case UNKNOWN ->
              "The machines are not known, and these are too few series to tell them: all nights"
                  + " count as of one";
        };
    int left = trend.leftOut().size();
    return known
        + (left == 0
            ? "."
            : "; "
                + left
                + (left == 1 ? " night does" : " nights do")
                + " not count, since the machine came too rarely.");
  }

  private Optional<String> gaps() {
    List<NightGap> gaps = trend.gaps();
    if (gaps.isEmpty()) {
      return Optional.empty();
    }
    List<NightGap> last = gaps.subList(Math.max(0, gaps.size() - SHOWN_GAPS), gaps.size());
    String shown =
        last.stream()
            .map(
                gap ->
                    TimeOfRun.span(gap.length()) + " before " + TimeOfRun.of(gap.after()) + " UTC")
            .collect(Collectors.joining(", "));
    String more = gaps.size() > last.size() ? " (the last of " + gaps.size() + " gaps)" : "";
    return Optional.of("No night for " + shown + more + ".");
  }

  private Optional<String> few() {
    long few = trend.rows().stream().filter(row -> !row.isJudged()).count();
    return few == 0
        ? Optional.empty()
        : Optional.of(
            few
                + (few == 1 ? " series has" : " series have")
                + " fewer than the 8 nights that it takes.");
  }

  private Optional<String> ended() {
    List<String> ended =
        trend.rows().stream()
            .filter(row -> document.endedAt(row).isPresent())
            .map(
                row ->
                    words.name(row.key())
                        + " (last "
                        + words.night(document.endedAt(row).orElseThrow())
                        + ")")
            .toList();
    return ended.isEmpty()
        ? Optional.empty()
        : Optional.of("Not in the last night: " + String.join(", ", ended) + ".");
  }

  private Optional<String> leftOut() {
    int left = trend.rows().stream().mapToInt(row -> document.leftOut(row.key())).sum();
    return left == 0
        ? Optional.empty()
        : Optional.of(
            left
                + (left == 1 ? " value is" : " values are")
                + " left out: not above 0, or in a unit that measures something else.");
  }
}
