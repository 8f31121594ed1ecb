package io.amorsize.jmh.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceInputTest {

  private static final String TEXT = "[{1},{2},{3}]";

  @TempDir private Path folder;

  private FileChannel file() throws IOException {
    return FileChannel.open(Files.writeString(folder.resolve("f"), TEXT));
  }

  private static String text(PieceInput piece) throws IOException {
    return new String(piece.readAllBytes(), US_ASCII);
  }

  @Test
  void piecesAreListsOfTheirOwn() throws IOException {
    try (FileChannel file = file()) {
      assertThat(text(new PieceInput(file, 0, 4, 13))).isEqualTo("[{1}]");
      assertThat(text(new PieceInput(file, 5, 8, 13))).isEqualTo("[{2}]");
      assertThat(text(new PieceInput(file, 9, 13, 13))).isEqualTo("[{3}]");
      assertThat(text(new PieceInput(file, 0, 13, 13))).isEqualTo(TEXT);
    }
  }

  @Test
  void singleBytesAreReadAlike() throws IOException {
    try (FileChannel file = file()) {
      PieceInput piece = new PieceInput(file, 5, 8, 13);
      StringBuilder read = new StringBuilder();
      for (int next = piece.read(); next >= 0; next = piece.read()) {
        read.append((char) next);
      }
      assertThat(read).hasToString("[{2}]");
      assertThat(piece.read(new byte[1], 0, 0)).isZero();
    }
  }

  @Test
  void aFileThatBecameShorterEndsIt() throws IOException {
    try (FileChannel file = file()) {
      PieceInput piece = new PieceInput(file, 9, 14, 20);
      assertThatThrownBy(piece::readAllBytes)
          .isInstanceOf(EOFException.class)
          .hasMessage("the file became shorter while it was read");
    }
  }
}
