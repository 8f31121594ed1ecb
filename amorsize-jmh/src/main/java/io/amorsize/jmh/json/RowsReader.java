package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.JsonToken;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all results of a file: a list of results as JMH writes it, a list of such lists, one
 * result, or an object that holds the list under one of its keys.
 */
final class RowsReader {

  private static final int SHOWN_KEYS = 5;

  private final JsonCursor cursor;
  private final RecentText text;
  private final ReadLimits limits;
  private final List<String> notes = new ArrayList<>();
  private int found;
  private boolean workloads;

  RowsReader(JsonCursor cursor, RecentText text, ReadLimits limits) {
    this.cursor = cursor;
    this.text = text;
    this.limits = limits;
  }

  /** What reading met that a user should know, without the file's name. */
  List<String> notes() {
    return notes;
  }

  /** Reads the file from its first token to its last. */
  List<BenchmarkRow> read() throws IOException {
    if (cursor.next() == null) {
      throw cursor.problemOfFile(BrokenFile.EMPTY);
    }
    List<BenchmarkRow> rows = readRoot();
    if (cursor.next() != null) {
      throw cursor.problem(
          "more JSON follows the end of the results; several files ran into one, so give each of"
              + " them by itself, or the folder that holds them");
    }
    return rows;
  }

  private List<BenchmarkRow> readRoot() throws IOException {
    return switch (cursor.token()) {
      case START_ARRAY -> readOuterList();
      case START_OBJECT -> readOuterObject();
      default -> throw onlyScalar();
    };
  }

  private ResultFormatException onlyScalar() throws IOException {
    String otherwise =
        "the file holds only "
            + cursor.shown()
            + ", but must hold JMH's list of results; run the benchmark again with -rf json";
    return cursor.problem(FileKind.sentence(text.start()).orElse(otherwise));
  }

  private List<BenchmarkRow> readOuterList() throws IOException {
    List<BenchmarkRow> rows = new ArrayList<>();
    int lists = 0;
    while (cursor.next() != JsonToken.END_ARRAY) {
      if (cursor.token() == JsonToken.START_ARRAY) {
        lists++;
        readInnerList(rows);
      } else {
        rows.add(requireRow());
      }
    }
    if (rows.isEmpty()) {
      throw cursor.problem(
          "the list of results is empty: JMH ran no benchmark to its end; look at what it printed");
    }
    if (lists > 0) {
      notes.add("it is a list of " + lists + " lists of results, which were read as one run");
    }
    return rows;
  }

  private void readInnerList(List<BenchmarkRow> rows) throws IOException {
    while (cursor.next() != JsonToken.END_ARRAY) {
      rows.add(requireRow());
    }
  }

  private BenchmarkRow requireRow() throws IOException {
    int number = found + 1;
    if (cursor.token() != JsonToken.START_OBJECT) {
      throw cursor.problem(
          "result " + number + " must be an object as JMH writes it, is " + cursor.shown());
    }
    List<String> keys = new ArrayList<>();
    return readRow(name -> addFew(keys, name))
        .orElseThrow(
            () ->
                cursor.problem(
                    "result "
                        + number
                        + " is none of JMH's: it has no 'benchmark' and no 'primaryMetric', but "
                        + keyText(keys)));
  }

  private Optional<BenchmarkRow> readRow(JsonCursor.Member others) throws IOException {
    Optional<BenchmarkRow> row = new RowReader(cursor, found + 1).read(others);
    if (row.isPresent() && ++found > limits.maxRows()) {
      throw cursor.problem(
          String.format(
              Locale.ROOT,
              "the file holds more than %,d results, the most that is read; split it, or allow"
                  + " more with --max-rows",
              limits.maxRows()));
    }
    return row;
  }

  private List<BenchmarkRow> readOuterObject() throws IOException {
    Map<String, List<BenchmarkRow>> lists = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>();
    Optional<BenchmarkRow> only =
        readRow(
            name -> {
              addFew(keys, name);
              workloads |= WorkloadShape.isHere(cursor);
              List<BenchmarkRow> rows = rowsAmong();
              if (!rows.isEmpty()) {
                lists.put(name, rows);
              }
            });
    if (only.isPresent()) {
      notes.add("it is one result and not a list of results");
      return List.of(only.get());
    }
    return onlyList(lists, keys);
  }

  private List<BenchmarkRow> onlyList(Map<String, List<BenchmarkRow>> lists, List<String> keys) {
    if (lists.isEmpty() && workloads) {
      throw cursor.problem(
          "the file holds results of workloads and no JMH result; compare it with another such"
              + " file");
    }
    if (lists.isEmpty()) {
      throw cursor.problem(
          "the file is JSON but no JMH result: it is an object with "
              + keyText(keys)
              + ", but must hold JMH's list of results, by itself or under one key");
    }
    if (lists.size() > 1) {
      throw cursor.problem(
          "the file holds "
              + lists.size()
              + " lists of results, under "
              + keyText(List.copyOf(lists.keySet()))
              + "; write each to a file of its own, since they may be different runs");
    }
    Map.Entry<String, List<BenchmarkRow>> list = lists.entrySet().iterator().next();
    notes.add("the list of results stands under the key '" + ShownText.of(list.getKey()) + "'");
    return list.getValue();
  }

  /** The results in the list that starts here; none where something else stands here. */
  private List<BenchmarkRow> rowsAmong() throws IOException {
    List<BenchmarkRow> rows = new ArrayList<>();
    if (cursor.token() == JsonToken.START_ARRAY) {
      while (cursor.next() != JsonToken.END_ARRAY) {
        if (cursor.token() == JsonToken.START_OBJECT) {
          readRow(name -> {}).ifPresent(rows::add);
        } else {
          cursor.skip();
        }
      }
    }
    return rows;
  }

  private static void addFew(List<String> keys, String name) {
    if (keys.size() <= SHOWN_KEYS) {
      keys.add(name);
    }
  }

  private static String keyText(List<String> keys) {
    if (keys.isEmpty()) {
      return "no key";
    }
    List<String> shown =
        keys.stream().limit(SHOWN_KEYS).map(key -> "'" + ShownText.of(key) + "'").toList();
    return (keys.size() == 1 ? "the key " : "the keys ")
        + String.join(", ", shown)
        + (keys.size() > shown.size() ? " ..." : "");
  }
}
