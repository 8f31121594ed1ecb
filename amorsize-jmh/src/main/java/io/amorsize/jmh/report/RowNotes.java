package io.amorsize.jmh.report;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings of a table's rows, numbered: one number for one sentence, however many rows share
 * it. Where a code comes with many sentences, which differ by their numbers alone, the first stands
 * for all.
 */
final class RowNotes {

  private static final int MOST_SENTENCES = 3;

  private final Map<FindingCode, Set<String>> sentences = new EnumMap<>(FindingCode.class);
  private final Map<String, Note> notes = new LinkedHashMap<>();

  /** A note with the rows that refer to it. */
  private static final class Note {
    final int number;
    final Finding finding;
    int rows;

    Note(int number, Finding finding) {
      this.number = number;
      this.finding = finding;
    }
  }

  /** Numbers the findings in the order of the rows. */
  RowNotes(List<RowComparison> rows) {
    for (RowComparison row : rows) {
      row.findings()
          .forEach(
              finding ->
                  sentences
                      .computeIfAbsent(finding.code(), unused -> new HashSet<>())
                      .add(finding.message()));
    }
    for (RowComparison row : rows) {
      row.findings().stream()
          .collect(Collectors.toMap(this::key, f -> f, (a, b) -> a, LinkedHashMap::new))
          .forEach(this::count);
    }
  }

  private void count(String key, Finding finding) {
    notes.computeIfAbsent(key, unused -> new Note(notes.size() + 1, finding)).rows++;
  }

  private boolean isGrouped(FindingCode code) {
    return sentences.get(code).size() > MOST_SENTENCES;
  }

  private String key(Finding finding) {
    return isGrouped(finding.code()) ? finding.code().label() : finding.message();
  }

  /** The numbers of a row's notes, for example {@code [1,2]}; empty where it has none. */
  String references(RowComparison row) {
    return row.findings().isEmpty()
        ? ""
        : row.findings().stream()
            .map(finding -> notes.get(key(finding)).number)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(",", "[", "]"));
  }

  /** The sentences in the order of their numbers. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Note note : notes.values()) {
      boolean more = isGrouped(note.finding.code()) && note.rows > 1;
      String likewise =
          note.rows == 2
              ? " (1 row more likewise)"
              : " (" + (note.rows - 1) + " rows more likewise)";
      texts.add(note.finding.message() + (more ? likewise : ""));
    }
    return texts;
  }
}
