package io.amorsize.jmh.report;

import java.util.List;

/** A part of a report. */
public sealed interface Section {

  /**
   * A sentence or more.
   *
   * @param text the text, not escaped
   * @param tone what it means
   */
  record Paragraph(String text, Tone tone) implements Section {
    /** A plain paragraph. */
    public static Paragraph of(String text) {
      return new Paragraph(text, Tone.PLAIN);
    }
  }

  /**
   * Rows under columns.
   *
   * @param heading what the table shows; may be empty
   * @param columns its columns
   * @param rows its rows, each with a cell for each column
   */
  record Table(String heading, List<Column> columns, List<List<Cell>> rows) implements Section {
    /** Checks that every row fits. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "a row has " + row.size() + " cells, the table " + columns.size() + " columns");
        }
      }
    }
  }

  /**
   * A list of remarks.
   *
   * @param heading what they are about
   * @param notes the remarks, not escaped
   */
  record Notes(String heading, List<Paragraph> notes) implements Section {
    /** Copies the notes. */
    public Notes {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Sentences that the table before them refers to by their numbers, from 1 on.
   *
   * @param notes the sentences in the order of their numbers, not escaped
   */
  record NumberedNotes(List<String> notes) implements Section {
    /** Copies the notes. */
    public NumberedNotes {
      notes = List.copyOf(notes);
    }
  }
}
