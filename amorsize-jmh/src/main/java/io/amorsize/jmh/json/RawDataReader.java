package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.JsonToken;
import io.amorsize.result.Fork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads {@code rawData}, forks of scores, and {@code rawDataHistogram}, forks of iterations of
 * {@code [value, count]} pairs, of which only each iteration's weighted mean is kept.
 */
final class RawDataReader {

  /**
   * What was read.
   *
   * @param forks the forks that have an iteration; none where there is a problem
   * @param problem why the data cannot be used
   */
  record RawData(List<Fork> forks, Optional<String> problem) {}

  private final JsonCursor cursor;
  private final String name;
  private final boolean histogram;
  private double[] scores = new double[16];
  private int size;
  private Optional<String> problem = Optional.empty();

  private RawDataReader(JsonCursor cursor, String name, boolean histogram) {
    this.cursor = cursor;
    this.name = name;
    this.histogram = histogram;
  }

  /** Reads forks of scores. */
  static RawData plain(JsonCursor cursor) throws IOException {
    return new RawDataReader(cursor, "rawData", false).read();
  }

  /** Reads forks of histograms. */
  static RawData histogram(JsonCursor cursor) throws IOException {
    return new RawDataReader(cursor, "rawDataHistogram", true).read();
  }

  private RawData read() throws IOException {
    List<Fork> forks = new ArrayList<>();
    if (isList("a list of forks")) {
      while (cursor.next() != JsonToken.END_ARRAY) {
        readFork().ifPresent(forks::add);
      }
    }
    if (problem.isEmpty() && forks.isEmpty()) {
      problem = Optional.of(name + " holds no iteration");
    }
    return new RawData(problem.isPresent() ? List.of() : forks, problem);
  }

  private Optional<Fork> readFork() throws IOException {
    size = 0;
    if (isList("a list of iterations for each fork")) {
      while (cursor.next() != JsonToken.END_ARRAY) {
        readIteration();
      }
    }
    return problem.isPresent() || size == 0
        ? Optional.empty()
        : Optional.of(Fork.ofFirst(size, scores));
  }

  private void readIteration() throws IOException {
    if (histogram) {
      readHistogram();
    } else if (cursor.token().isNumeric()) {
      add(cursor.decimal());
    } else {
      readWrittenNumber();
    }
  }

  private void readWrittenNumber() throws IOException {
    OptionalDouble score = cursor.number();
    if (score.isEmpty()) {
      report("holds " + cursor.shown() + " where a number must be");
      cursor.skip();
    } else {
      add(score.getAsDouble());
    }
  }

  private void readHistogram() throws IOException {
    double sum = 0;
    double count = 0;
    if (isList("a list of pairs for each iteration")) {
      while (cursor.next() != JsonToken.END_ARRAY) {
        double[] pair = readPair();
        sum += pair[0] * pair[1];
        count += pair[1];
      }
    }
    if (count > 0) {
      add(sum / count);
    }
  }

  /** A value and how often it came; zeros where no pair stands there. */
  private double[] readPair() throws IOException {
    double[] pair = new double[2];
    int members = 0;
    if (isList("pairs of a value and its count")) {
      while (cursor.next() != JsonToken.END_ARRAY) {
        if (members < 2) {
          pair[members] = cursor.number().orElse(Double.NaN);
        }
        members++;
        cursor.skip();
      }
      if (members != 2 || !Double.isFinite(pair[0]) || !(pair[1] >= 0)) {
        report("holds a pair that is no value and count");
        return new double[2];
      }
    }
    return pair;
  }

  private boolean isList(String wanted) throws IOException {
    if (cursor.token() == JsonToken.START_ARRAY) {
      return true;
    }
    report("must be " + wanted + ", holds " + cursor.shown());
    cursor.skip();
    return false;
  }

  private void add(double score) {
    if (!Double.isFinite(score)) {
      report("holds " + score);
    } else if (problem.isEmpty()) {
      cursor.keep(1);
      scores = size == scores.length ? Arrays.copyOf(scores, 2 * size) : scores;
      scores[size++] = score;
    }
  }

  private void report(String what) {
    if (problem.isEmpty()) {
      problem = Optional.of(name + " " + what);
    }
  }
}
