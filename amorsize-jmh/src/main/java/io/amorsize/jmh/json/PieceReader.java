package io.amorsize.jmh.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Reads the pieces of one file, several at the same time. When one of them is no plain list of
 * results, or memory is out, all are given up.
 */
final class PieceReader {

  private static final int BUFFER_BYTES = 1 << 16;

  private final List<PieceInput> pieces;
  private final AtomicReferenceArray<List<BenchmarkRow>> rows;
  private final JsonFactory factory;
  private final ReadLimits limits;
  private final AtomicInteger found = new AtomicInteger();
  private volatile boolean givenUp;

  /**
   * A reader that has read no piece yet.
   *
   * @param pieces all of the file, in their order
   * @param factory makes a parser for each
   * @param limits what all may hold together
   */
  PieceReader(List<PieceInput> pieces, JsonFactory factory, ReadLimits limits) {
    this.pieces = pieces;
    this.rows = new AtomicReferenceArray<>(pieces.size());
    this.factory = factory;
    this.limits = limits;
  }

  /** The results of all pieces, which were all read; empty where they were given up. */
  Optional<List<BenchmarkRow>> rows() {
    if (givenUp) {
      return Optional.empty();
    }
    List<BenchmarkRow> all = new ArrayList<>(found.get());
    for (int i = 0; i < rows.length(); i++) {
      all.addAll(rows.get(i));
    }
    return Optional.of(all);
  }

  /**
   * Reads a piece that nobody has read, if pieces are not given up.
   *
   * @param number which one, from 0
   * @return whether it was read
   */
  boolean read(int number) {
    if (!givenUp) {
      try {
        rows.set(number, rows(pieces.get(number)));
      } catch (IOException | ResultFormatException | OutOfMemoryError e) {
        givenUp = true; // who reads the whole file meets this again, and can say where
      }
    }
    if (givenUp) {
      forget();
    }
    return !givenUp;
  }

  /** At once, since it may be that memory is out. */
  private void forget() {
    for (int i = 0; i < rows.length(); i++) {
      rows.set(i, null);
    }
  }

  private List<BenchmarkRow> rows(PieceInput piece) throws IOException {
    try (Reader text = ResultInput.decoded(new BufferedInputStream(piece, BUFFER_BYTES), UTF_8);
        JsonParser parser = factory.createParser(text)) {
      return rows(new JsonCursor("a piece", parser, limits));
    }
  }

  private List<BenchmarkRow> rows(JsonCursor cursor) throws IOException {
    List<BenchmarkRow> rows = new ArrayList<>();
    require(cursor.next() == JsonToken.START_ARRAY, cursor);
    while (cursor.next() != JsonToken.END_ARRAY) {
      require(cursor.token() == JsonToken.START_OBJECT, cursor);
      int number = found.incrementAndGet();
      Optional<BenchmarkRow> row = new RowReader(cursor, number).read(name -> {});
      require(row.isPresent() && number <= limits.maxRows(), cursor);
      rows.add(row.get());
    }
    require(cursor.next() == null && !rows.isEmpty(), cursor);
    return rows;
  }

  private static void require(boolean plain, JsonCursor cursor) {
    if (!plain) {
      throw cursor.problem("no plain list of results");
    }
  }
}
