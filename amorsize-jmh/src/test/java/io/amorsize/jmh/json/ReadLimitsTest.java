package io.amorsize.jmh.json;

import static io.amorsize.jmh.json.ResultText.gzip;
import static io.amorsize.jmh.json.ResultText.list;
import static io.amorsize.jmh.json.ResultText.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadLimitsTest {

  private static final String ROW = row("a.B.c", "[[1.0,2.0],[3.0,4.0]]");

  @TempDir private Path folder;

  private BenchmarkRun read(byte[] bytes, ReadLimits limits) throws IOException {
    return new JmhResultReader(limits).read(Files.write(folder.resolve("r.json"), bytes));
  }

  private void assertRefused(String text, ReadLimits limits, String sentence) {
    assertRefused(text.getBytes(UTF_8), limits, sentence);
  }

  private void assertRefused(byte[] bytes, ReadLimits limits, String sentence) {
    assertThatThrownBy(() -> read(bytes, limits))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(folder.resolve("r.json") + ": " + sentence);
  }

  @Test
  void aBombOfGzipStopsAtTheLimit() {
    ReadLimits limits = new ReadLimits(1 << 20, 100, 1 << 20, 100, 1000);
    byte[] bomb = gzip(gzip((" ".repeat(20 << 20) + list(ROW)).getBytes(UTF_8)));
    assertThat(bomb.length).isLessThan(1 << 15);
    assertRefused(
        bomb,
        limits,
        "the file holds more than 1,048,576 bytes once decompressed, the most that is read; split"
            + " it into several files, or allow more with --max-bytes");
  }

  @Test
  void theSizeOfAPlainFileIsLimited() throws IOException {
    byte[] bytes = list(ROW).getBytes(UTF_8);
    assertThat(read(bytes, new ReadLimits(bytes.length, 10, 100, 1, 100)).rows()).hasSize(1);
    assertRefused(
        bytes,
        new ReadLimits(bytes.length - 1, 10, 100, 1, 100),
        "the file holds more than %,d bytes once decompressed, the most that is read; split it into"
                .formatted(bytes.length - 1)
            + " several files, or allow more with --max-bytes");
  }

  @Test
  void rowsAreLimited() throws IOException {
    ReadLimits two = new ReadLimits(1 << 20, 10, 100, 2, 100);
    assertThat(read(list(ROW, ROW).getBytes(UTF_8), two).rows()).hasSize(2);
    assertRefused(
        list(ROW, ROW, ROW),
        two,
        ("line 4, column %d: the file holds more than 2 results, the most that is read; split it,"
                + " or allow more with --max-rows")
            .formatted(ROW.length()));
  }

  @Test
  void textsAndNamesAreLimited() throws IOException {
    ReadLimits limits = new ReadLimits(1 << 20, 10, 5000, 2, 100);
    String fits = ROW.replace("a.B.c", "x".repeat(5000));
    assertThat(read(list(fits).getBytes(UTF_8), limits).rows()).hasSize(1);
    String tooLong =
        "a text is longer than 5,000 characters, the most that is read; shorten it, for example the"
            + " parameter that it is, or allow more with --max-text";
    assertThatThrownBy(() -> read(list(fits.replace("xx", "xxxx")).getBytes(UTF_8), limits))
        .hasMessageEndingWith(tooLong)
        .hasMessageContaining(": line 2, column ");
    String name = list(ROW.replace("\"threads\"", "\"" + "y".repeat(20_000) + "\""));
    assertThatThrownBy(() -> read(name.getBytes(UTF_8), limits)).hasMessageEndingWith(tooLong);
  }

  @Test
  void depthIsLimited() {
    assertRefused(
        "[{\"x\":[[[[[[[[[[[",
        new ReadLimits(100, 10, 100, 1, 100),
        "line 1, column 16: objects and lists are nested deeper than 10 levels, which no JMH result"
            + " is; run the benchmark again, or allow more with --max-depth");
  }

  @Test
  void valuesOfARowAreLimited() throws IOException {
    // Members of the row and of its metric, JVM arguments, scores.
    int values = 15 + 6 + 2 + 4;
    assertThat(
            read(list(ROW, ROW).getBytes(UTF_8), new ReadLimits(1 << 20, 10, 100, 9, values))
                .rows())
        .hasSize(2);
    assertThatThrownBy(
            () -> read(list(ROW).getBytes(UTF_8), new ReadLimits(1 << 20, 10, 100, 9, values - 1)))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageEndingWith(
            ": a result holds more than 26 values, the most that is read of one; measure fewer"
                + " iterations, or allow more with --max-values");
  }

  @Test
  void limitsAreChecked() {
    assertThat(ReadLimits.DEFAULT)
        .isEqualTo(new ReadLimits(1_073_741_824, 100, 1_048_576, 100_000, 20_000_000));
    assertThatThrownBy(() -> new ReadLimits(0, 10, 1, 1, 1))
        .hasMessage("maxBytes must be at least 1, is 0");
    assertThatThrownBy(() -> new ReadLimits(1, 9, 1, 1, 1))
        .hasMessage("maxDepth must be at least 10, is 9");
    assertThatThrownBy(() -> new ReadLimits(1, 10, 0, 1, 1)).hasMessageContaining("maxTextLength");
    assertThatThrownBy(() -> new ReadLimits(1, 10, 1, 0, 1)).hasMessageContaining("maxRows");
    assertThatThrownBy(() -> new ReadLimits(1, 10, 1, 1, 0)).hasMessageContaining("maxRowValues");
  }
}
