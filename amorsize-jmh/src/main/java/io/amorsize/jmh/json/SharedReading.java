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
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Threads gain nothing where less is left for them than is read alone. */
  private static final long LEAST_OF_ALONE = 2;

  private final JsonFactory factory;
  private final ReadLimits limits;
  private final Sharing sharing;
  private final AtomicBoolean compiled;

  /**
   * A way of reading.
   *
   * @param factory makes a parser for each piece
   * @param limits what the whole file may hold
   * @param compiled whether a large file was read before, so that code is compiled; becomes true
   */
  SharedReading(JsonFactory factory, ReadLimits limits, Sharing sharing, AtomicBoolean compiled) {
    this.factory = factory;
    this.limits = limits;
    this.sharing = sharing;
    this.compiled = compiled;
  }

  /** All results of a file in their order; empty where it is to be read as a whole. */
  Optional<List<BenchmarkRow>> read(Path path) {
    try {
      return Files.isRegularFile(path) ? readRegular(path, Files.size(path)) : Optional.empty();
    } catch (IOException
        | UnsupportedOperationException
        | ItemFailedException
        | CancellationException e) {
      return Optional.empty(); // who reads the whole file meets this again, and can say it
    }
  }

  private Optional<List<BenchmarkRow>> readRegular(Path path, long bytes) throws IOException {
    if (!sharing.concerns(bytes)) {
      return Optional.empty();
    }
    int alone = compiled.getAndSet(true) ? 0 : sharing.piecesAlone();
    boolean enough = bytes >= LEAST_OF_ALONE * alone * sharing.pieceBytes();
    return enough ? readPieces(path, alone) : Optional.empty();
  }

  /** All pieces come from one open file: another may have its name by now. */
  private Optional<List<BenchmarkRow>> readPieces(Path path, int alone) throws IOException {
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
      readAll(reader, Math.min(alone, pieces.size()), pieces.size());
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

  private void readAll(PieceReader reader, int alone, int pieces) {
    IntStream.range(0, alone).forEach(reader::read);
    List<Integer> others = IntStream.range(alone, pieces).boxed().toList();
    ParallelMap.map(reader::read, others, ExecutionPlan.platform(sharing.threads(), 1));
  }
}
