package io.amorsize.jmh.json;

import static io.amorsize.jmh.json.ResultText.list;
import static io.amorsize.jmh.json.ResultText.row;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedReadingTest {

  private static final int ROWS = 40;
  private static final Sharing SMALL_PIECES = new Sharing(1, 1000, 3, 3);

  @TempDir private Path folder;

  private static String[] rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> row("a.B.c" + i, "[[" + i + ".5,2.0],[3.0,4.0]]"))
        .toArray(String[]::new);
  }

  private Path file(String text) throws IOException {
    return file(text.getBytes(UTF_8));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("r.json"), bytes);
  }

  private static Optional<List<BenchmarkRow>> shared(Path file, ReadLimits limits) {
    return new SharedReading(new JsonFactory(), limits, SMALL_PIECES, new AtomicBoolean())
        .read(file);
  }

  private static Optional<List<BenchmarkRow>> shared(Path file, Sharing sharing) {
    return new SharedReading(
            new JsonFactory(), ReadLimits.DEFAULT, sharing, new AtomicBoolean(true))
        .read(file);
  }

  private static Optional<List<BenchmarkRow>> shared(Path file) {
    return shared(file, ReadLimits.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1000, 5000, 8000})
  void rowsOfAllPiecesComeInTheirOrder(int pieceBytes) throws IOException {
    Path file = file(list(rows(ROWS)));
    List<BenchmarkRow> rows = shared(file, new Sharing(1, pieceBytes, 1, 3)).orElseThrow();
    assertThat(rows.stream().map(row -> row.key().benchmark()))
        .containsExactlyElementsOf(IntStream.range(0, ROWS).mapToObj(i -> "a.B.c" + i).toList());
    assertThat(rows.get(7).primary().measurements().forks().get(0).toArray())
        .containsExactly(7.5, 2.0);
  }

  @Test
  void filesThatAreNoPlainListsAreReadAsAWhole() throws IOException {
    String rows = String.join(",", rows(ROWS));
    assertThat(shared(file("[" + rows + "]"))).isPresent();
    assertThat(shared(file("[[" + rows + "]]"))).as("a list of lists").isEmpty();
    assertThat(shared(file("[" + rows + ",[]]"))).as("a list at the end").isEmpty();
    assertThat(shared(file("{\"a\":[" + rows + "]}"))).as("a list under a key").isEmpty();
    assertThat(shared(file("[" + rows + "] [" + rows + "]"))).as("two lists").isEmpty();
    assertThat(shared(file("[" + rows + "],[" + rows + "]"))).as("with a comma").isEmpty();
    assertThat(shared(file("[" + rows + ",]"))).as("nothing behind a comma").isEmpty();
    assertThat(shared(file("[" + rows + ",{}]"))).as("an empty object").isEmpty();
    assertThat(shared(file("[" + rows))).as("without an end").isEmpty();
    assertThat(shared(file("[" + rows + "]}"))).as("with two ends").isEmpty();
    assertThat(shared(file(("[" + rows + "]").getBytes(UTF_16LE)))).as("UTF-16").isEmpty();
    assertThat(shared(file("\uFEFF[" + rows + "]"))).as("a mark").isEmpty();
    assertThat(shared(file(ResultText.gzip(("[" + rows + "]").getBytes(UTF_8)))))
        .as("gzip")
        .isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreReadAsAWhole() throws IOException {
    byte[] bytes = list(rows(ROWS)).getBytes(UTF_8);
    bytes[list(rows(ROWS)).lastIndexOf("a.B.c")] = (byte) 0xE4;
    assertThat(shared(file(bytes))).isEmpty();
    assertThat(new JmhResultReader(ReadLimits.DEFAULT, SMALL_PIECES).read(file(bytes)).notes())
        .singleElement()
        .asString()
        .endsWith(": it is written in windows-1252 and not in UTF-8");
  }

  /** A cut is guessed among the objects of a member and turns out to be none. */
  @Test
  void objectsInsideRowsMayLookLikeRows() throws IOException {
    String metric = ResultText.metric("us/op", "\"rawData\":[[1.0]]");
    String inner = "{\"jmhVersion\":\"1.37\"}";
    String row =
        row("a.B.c", metric, ",\"x\":[" + String.join(",", rows(ROWS)) + "," + inner + "]");
    Path file = file(list(row, row));
    assertThat(shared(file)).isEmpty();
    assertThat(new JmhResultReader(ReadLimits.DEFAULT, SMALL_PIECES).read(file).rows()).hasSize(2);
  }

  @Test
  void onlyLargeRegularFilesAreShared() throws IOException {
    Path file = file(list(rows(ROWS)));
    long bytes = Files.size(file);
    assertThat(shared(file, new Sharing(bytes, 1000, 0, 2))).isPresent();
    assertThat(shared(file, new Sharing(bytes + 1, 1000, 0, 2))).isEmpty();
    assertThat(shared(file, new Sharing(bytes, 1000, 0, 1))).isEmpty();
    assertThat(shared(folder.resolve("absent.json"))).isEmpty();
    assertThat(shared(folder)).isEmpty();
  }

  @Test
  void theFirstFileOfAJvmMustBeLarger() throws IOException {
    Path file = file(list(rows(ROWS)));
    int bytes = (int) Files.size(file);
    AtomicBoolean compiled = new AtomicBoolean();
    Sharing half = new Sharing(1, bytes / 20, 10, 2);
    SharedReading reading =
        new SharedReading(new JsonFactory(), ReadLimits.DEFAULT, half, compiled);
    assertThat(reading.read(file)).as("as large as twice what is read alone").isPresent();
    assertThat(compiled).isTrue();
    Sharing more = new Sharing(1, bytes / 20, 11, 2);
    compiled.set(false);
    reading = new SharedReading(new JsonFactory(), ReadLimits.DEFAULT, more, compiled);
    assertThat(reading.read(file)).as("in code that is not compiled").isEmpty();
    assertThat(reading.read(file)).as("in compiled code").isPresent();
  }

  @Test
  void limitsHoldForAllPiecesTogether() throws IOException {
    String text = list(rows(ROWS));
    Path file = file(text);
    int bytes = text.length();
    assertThat(shared(file, new ReadLimits(bytes, 10, 100, ROWS, 100))).isPresent();
    assertThat(shared(file, new ReadLimits(bytes, 10, 100, ROWS - 1, 100))).isEmpty();
    assertThat(shared(file, new ReadLimits(bytes - 1, 10, 100, ROWS, 100))).isEmpty();
    assertThat(shared(file, new ReadLimits(bytes, 10, 100, ROWS, 10))).isEmpty();
    JmhResultReader reader =
        new JmhResultReader(new ReadLimits(bytes, 10, 100, ROWS - 1, 100), SMALL_PIECES);
    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("line 41, column ")
        .hasMessageContaining("more than 39 results");
  }

  @Test
  void aProblemInAnyPieceIsToldWithItsPlaceInTheFile() throws IOException {
    String[] rows = rows(ROWS);
    rows[30] = rows[30].replace("\"mode\":\"avgt\",", "");
    Path file = file(list(rows));
    assertThatThrownBy(() -> new JmhResultReader(ReadLimits.DEFAULT, SMALL_PIECES).read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("line 32, column ")
        .hasMessageContaining("result 31 (a.B.c30): there is no 'mode'");
  }

  @Test
  void anInterruptedThreadReadsAsWithoutThreads() throws IOException {
    Path file = file(list(rows(ROWS)));
    Thread.currentThread().interrupt();
    try {
      assertThat(shared(file)).isEmpty();
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  /** A factory of parsers; something happens before the third of them is made. */
  private static JsonFactory factory(Runnable meanwhile) {
    AtomicInteger made = new AtomicInteger();
    return new JsonFactory() {
      private static final long serialVersionUID = 1L;

      @Override
      public JsonParser createParser(Reader text) throws IOException {
        if (made.incrementAndGet() == 3) {
          meanwhile.run();
        }
        return super.createParser(text);
      }
    };
  }

  private static Optional<List<BenchmarkRow>> shared(Path file, Runnable meanwhile) {
    Sharing sharing = new Sharing(1, 1000, 0, 3);
    AtomicBoolean compiled = new AtomicBoolean(true);
    return new SharedReading(factory(meanwhile), ReadLimits.DEFAULT, sharing, compiled).read(file);
  }

  @Test
  void aFileThatGrowsMeanwhileIsReadAsAWhole() throws IOException {
    Path file = file(list(rows(ROWS)));
    assertThat(shared(file, () -> {})).isPresent();
    assertThat(shared(file, () -> append(file))).isEmpty();
  }

  private static void append(Path file) {
    try {
      Files.writeString(file, " ", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name now belongs to another file; what was opened is read to its end. */
  @Test
  void aFileThatIsReplacedMeanwhileIsReadAsItWas() throws IOException {
    Path file = file(list(rows(ROWS)));
    Path other = Files.writeString(folder.resolve("other.json"), list(rows(1)));
    assertThat(shared(file, () -> move(other, file)).orElseThrow()).hasSize(ROWS);
    assertThat(Files.exists(other)).isFalse();
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void piecesAreGivenUpWhereMemoryIsOutOrTheReaderFails() throws IOException {
    Path file = file(list(rows(ROWS)));
    Runnable full =
        () -> {
          throw new OutOfMemoryError("no memory in this test");
        };
    Runnable broken =
        () -> {
          throw new IllegalStateException("broken in this test");
        };
    assertThat(shared(file, full)).isEmpty();
    assertThat(shared(file, broken)).isEmpty();
  }

  @Test
  void anInterruptMeanwhileStaysOne() throws IOException {
    Path file = file(list(rows(ROWS)));
    Thread caller = Thread.currentThread();
    try {
      assertThat(shared(file, caller::interrupt)).isEmpty();
      assertThat(caller.isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void readersAreAsManyAsProcessorsUpToFour() {
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(JmhResultReader.threads(1 << 30)).isEqualTo(Math.min(4, processors));
    assertThat(JmhResultReader.threads(1 << 20)).isOne();
  }

  @Test
  void sharingIsChecked() {
    assertThat(Sharing.among(1).concerns(Long.MAX_VALUE)).isFalse();
    assertThat(Sharing.among(2)).isEqualTo(new Sharing(8 << 20, 1 << 20, 16, 2));
    assertThat(Sharing.among(64).threads()).isEqualTo(4);
    assertThatThrownBy(() -> new Sharing(0, 1, 0, 1))
        .hasMessage("leastBytes must be at least 1, is 0");
    assertThatThrownBy(() -> new Sharing(1, 0, 0, 1)).hasMessageContaining("pieceBytes");
    assertThatThrownBy(() -> new Sharing(1, 1, -1, 1)).hasMessageContaining("piecesAlone");
    assertThatThrownBy(() -> new Sharing(1, 1, 0, 0)).hasMessageContaining("threads");
  }
}
