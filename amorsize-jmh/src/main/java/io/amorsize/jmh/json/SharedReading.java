package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.JsonFactory;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import io.amorsize.execution.ParallelMap;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ReadLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Reads a large file in pieces, several of them at the same time, where it is a plain list of
 * results. Any other, and one in which anything is wrong, is left to be read as a whole: what is
 * read and said of a file does not depend on threads.
 *
 * <p>Each piece is read as a list of its own, which ends where the piece does. Only where an
 * element has just ended may the bracket stand that ends a list, and there a comma may stand as
 * well: pieces that are lists are one list together.
 */
final class SharedReading {

  /** Whether a file was shared before in this JVM, so that code is compiled. */
  private static volatile boolean compiled;

  private final JsonFactory factory;
  private final ReadLimits limits;
  private final Sharing sharing;

  /**
   * A way of reading.
   *
   * @param factory makes a parser for each piece
   * @param limits what the whole file may hold
   */
  SharedReading(JsonFactory factory, ReadLimits limits, Sharing sharing) {
    this.factory = factory;
    this.limits = limits;
    this.sharing = sharing;
  }

  /** All results of a file in their order; empty where it is to be read as a whole. */
  Optional<List<BenchmarkRow>> read(Path path) {
    try {
      return isConcerned(path) ? readPieces(path) : Optional.empty();
    } catch (IOException
        | UnsupportedOperationException
        | ItemFailedException
        | CancellationException e) {
      return Optional.empty(); // who reads the whole file meets this again, and can say it
    }
  }

  private boolean isConcerned(Path path) throws IOException {
    return Files.isRegularFile(path) && sharing.concerns(Files.size(path));
  }

  /** All pieces come from one open file: another may have its name by now. */
  private Optional<List<BenchmarkRow>> readPieces(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      long size = file.size();
      if (size > limits.maxBytes()) {
        return Optional.empty();
      }
      List<PieceInput> pieces = pieces(file, size);
      if (pieces.size() == 1) {
        return Optional.empty();
      }
      PieceReader reader = new PieceReader(pieces, factory, limits);
      readAll(reader, pieces.size());
      return file.size() == size ? reader.rows() : Optional.empty();
    }
  }

  private List<PieceInput> pieces(FileChannel file, long size) throws IOException {
    List<PieceInput> pieces = new ArrayList<>();
    long from = 0;
    for (long comma : new RowCuts(file, size, sharing.pieceBytes()).find()) {
      pieces.add(new PieceInput(file, from, comma, size));
      from = comma + 1;
    }
    pieces.add(new PieceInput(file, from, size, size));
    return pieces;
  }

  private void readAll(PieceReader reader, int pieces) {
    int alone = compiled ? 0 : Math.min(sharing.piecesAlone(), pieces);
    IntStream.range(0, alone).forEach(reader::read);
    compiled = true;
    List<Integer> others = IntStream.range(alone, pieces).boxed().toList();
    ParallelMap.map(reader::read, others, ExecutionPlan.platform(sharing.threads(), 1));
  }
}
