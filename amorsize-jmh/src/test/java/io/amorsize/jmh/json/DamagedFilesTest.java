package io.amorsize.jmh.json;

import static io.amorsize.jmh.json.ResultText.gzip;
import static io.amorsize.jmh.json.ResultText.list;
import static io.amorsize.jmh.json.ResultText.metric;
import static io.amorsize.jmh.json.ResultText.row;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Any damage ends in one sentence, or leaves something that can be read. */
class DamagedFilesTest {

  private static final String TEXT =
      list(
          row(
              "a.B.é",
              metric("us/op", "\"rawData\":[[1.0,2.0],[3.0]]"),
              ",\"params\":{\"size\":\"10\"},\"secondaryMetrics\":{\"·gc.count\":"
                  + metric("counts", "\"rawData\":[[\"NaN\"]]")
                  + "}"),
          row("a.B.d", metric("ms/op", "\"rawDataHistogram\":[[[[1.5,3]]]]"), ""));
  private static final byte[] PLAIN = TEXT.getBytes(UTF_8);
  private static final byte[] PACKED = gzip(PLAIN);
  private static final int END = TEXT.stripTrailing().getBytes(UTF_8).length;

  /** Whether the bytes can be read; if not, the reader has said so in one line. */
  private static boolean isRead(byte[] bytes) {
    try {
      Path file = Files.createTempFile("damaged", ".json");
      try {
        Files.write(file, bytes);
        return isRead(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRead(Path file) {
    boolean plausible = new JmhResultReader().looksLikeJmh(file);
    try {
      BenchmarkRun run = new JmhResultReader().read(file);
      assertThat(run.rows()).isNotEmpty();
      assertThat(plausible).isTrue();
      return true;
    } catch (ResultFormatException e) {
      assertThat(e.getMessage().lines()).hasSize(1);
      assertThat(e.getMessage()).startsWith(file + ": ").doesNotContain("\r", "\t");
      return false;
    }
  }

  @Test
  void aFileCutAnywhereIsToldOrWhole() {
    for (int length = 0; length <= PLAIN.length; length++) {
      assertThat(isRead(Arrays.copyOf(PLAIN, length)))
          .as("cut to %s", length)
          .isEqualTo(length >= END);
    }
  }

  @Test
  void aCompressedFileCutAnywhereIsTold() {
    for (int length = 0; length < PACKED.length; length++) {
      assertThat(isRead(Arrays.copyOf(PACKED, length))).as("cut to %s", length).isFalse();
    }
    assertThat(isRead(PACKED)).isTrue();
  }

  @Test
  void aWideFileCutAnywhereIsToldOrWhole() {
    byte[] wide = TEXT.getBytes(UTF_16LE);
    int end = TEXT.stripTrailing().getBytes(UTF_16LE).length;
    for (int length = 0; length < wide.length; length++) {
      boolean read = isRead(Arrays.copyOf(wide, length));
      assertThat(!read || length >= end).as("cut to %s", length).isTrue();
    }
  }

  @Test
  void aCutFileIsToldWithTheLineWhereItEnds() {
    String start = TEXT.substring(0, TEXT.indexOf("a.B.d"));
    ResultFormatException told =
        catchThrowableOfType(ResultFormatException.class, () -> readText(start));
    assertThat(told).hasMessageContaining(": line 3, column ").hasMessageContaining("cut short");
  }

  private static void readText(String text) throws IOException {
    Path file = Files.createTempFile("damaged", ".json");
    try {
      new JmhResultReader().read(Files.writeString(file, text));
    } finally {
      Files.delete(file);
    }
  }

  @Property(tries = 500)
  void aChangedByteIsToldOrRead(
      @ForAll @IntRange(max = 5000) int position, @ForAll @ByteRange(min = -128) byte value) {
    byte[] damaged = PLAIN.clone();
    damaged[position % damaged.length] = value;
    isRead(damaged);
  }

  @Property(tries = 300)
  void aChangedByteOfACompressedFileIsToldOrRead(
      @ForAll @IntRange(max = 5000) int position, @ForAll @ByteRange(min = -128) byte value) {
    byte[] damaged = PACKED.clone();
    damaged[position % damaged.length] = value;
    isRead(damaged);
  }

  @Property(tries = 300)
  void aPieceCutOutIsToldOrRead(
      @ForAll @IntRange(max = 5000) int position,
      @ForAll @IntRange(min = 1, max = 300) int length) {
    int from = position % PLAIN.length;
    int to = Math.min(PLAIN.length, from + length);
    byte[] damaged = Arrays.copyOf(PLAIN, PLAIN.length - (to - from));
    System.arraycopy(PLAIN, to, damaged, from, PLAIN.length - to);
    isRead(damaged);
  }
}
