package io.amorsize.jmh.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Whatever a file holds, several threads read or refuse it as one does. */
class SharedReadingProperties {

  /** So small that some files break each of them. */
  private static final ReadLimits LIMITS = new ReadLimits(6500, 10, 200, 12, 60);

  private static final Sharing NONE = new Sharing(1, 1, 0, 1);

  /** Names that look like the place between two rows, as they are and as JSON escapes them. */
  private static final List<String> NAMES =
      List.of(
          "a.B.c",
          "},{\\\"jmhVersion\\\":",
          "\\\"},{\\\"jmhVersion\\\":\\\"1",
          "\\\\",
          "]",
          "[{",
          "\\u0022},{\\u0022jmhVersion\\u0022:",
          "gr\u00fc\u00df \u65e5\u672c \ud83d\ude00");

  private static final String OBJECTS = "{\"jmhVersion\":\"1\"},{\"jmhVersion\":\"2\"}";

  /** Members that hold what looks like rows, and rows. */
  private static final List<String> MEMBERS =
      List.of(
          ",\"x\":[" + OBJECTS + "]",
          ",\"x\":{\"y\":[" + OBJECTS + "]}",
          ",\"x\":[" + ResultText.row("b", "[[1]]") + "," + ResultText.row("b", "[[1]]") + "]",
          ",\"params\":{\"},{\\\"jmhVersion\\\":\":\"v\"}",
          ",\"secondaryMetrics\":{\"m\":"
              + ResultText.metric("B/op", "\"rawData\":[[1],[2]]")
              + "}");

  /** What may stand between rows that is none. */
  private static final List<String> OTHERS =
      List.of("{}", "[]", "1", "\"},{\"", "null", "{\"jmhVersion\":\"1\"}", "[" + OBJECTS + "]");

  @Provide
  Arbitrary<String> rows() {
    return Combinators.combine(
            Arbitraries.of(NAMES),
            Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.just("")), Tuple.of(1, Arbitraries.of(MEMBERS))),
            Arbitraries.of("[[1.5,2.5],[3,4]]", "[[1]]", "[[]]", "[[1,\"x\"]]"),
            Arbitraries.of(",", " , ", ",\n    ", "\r\n,\t"))
        .as(
            (name, members, data, separator) ->
                ResultText.row(name, ResultText.metric("us/op", "\"rawData\":" + data), members)
                    .replace(",\"mode\"", separator + "\"mode\""));
  }

  @Provide
  Arbitrary<String> elements() {
    return Arbitraries.frequencyOf(Tuple.of(50, rows()), Tuple.of(1, Arbitraries.of(OTHERS)));
  }

  @Provide
  Arbitrary<String> frames() {
    return Arbitraries.frequency(
        Tuple.of(20, "[%s]"),
        Tuple.of(4, "\n[ %s\n] \n"),
        Tuple.of(1, "[[%s]]"),
        Tuple.of(1, "{\"a\":[%s]}"),
        Tuple.of(1, "[%s,]"),
        Tuple.of(1, "[%s"),
        Tuple.of(1, "[%1$s] [%1$s]"),
        Tuple.of(1, "\uFEFF[%s]"));
  }

  private static String text(String frame, List<String> elements, String separator) {
    return frame.formatted(elements.stream().collect(Collectors.joining(separator)));
  }

  private static void assertReadAlike(byte[] bytes, int pieceBytes) throws IOException {
    Path file = Files.createTempFile("shared", ".json");
    try {
      Files.write(file, bytes);
      Sharing sharing = new Sharing(1, pieceBytes, 1, 3);
      assertThat(outcome(file, sharing)).isEqualTo(outcome(file, NONE));
      AtomicBoolean compiled = new AtomicBoolean(true);
      boolean shared =
          new SharedReading(new JsonFactory(), LIMITS, sharing, compiled).read(file).isPresent();
      Statistics.label("shared")
          .collect(shared)
          .coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
    } finally {
      Files.delete(file);
    }
  }

  private static Object outcome(Path file, Sharing sharing) {
    try {
      BenchmarkRun run = new JmhResultReader(LIMITS, sharing).read(file);
      return List.of(run.label(), run.rows(), run.notes());
    } catch (ResultFormatException e) {
      return e.getMessage();
    }
  }

  @Property(tries = 600)
  void listsAreReadAlike(
      @ForAll @From("frames") String frame,
      @ForAll @Size(min = 1, max = 14) List<@From("elements") String> elements,
      @ForAll("separators") String separator,
      @ForAll @IntRange(min = 1, max = 1500) int pieceBytes)
      throws IOException {
    assertReadAlike(text(frame, elements, separator).getBytes(UTF_8), pieceBytes);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(",", ",\n    ", " ,\r\n", "\n\n,\t");
  }

  /** A byte is replaced, left out or put in. */
  @Property(tries = 600)
  void damagedListsAreReadAlike(
      @ForAll @Size(min = 2, max = 8) List<@From("rows") String> rows,
      @ForAll @IntRange(max = 8000) int place,
      @ForAll("damage") String put,
      @ForAll @IntRange(max = 1) int out,
      @ForAll @IntRange(min = 1, max = 1500) int pieceBytes)
      throws IOException {
    byte[] whole = text("[%s]", rows, ",").getBytes(UTF_8);
    int at = place % whole.length;
    String damaged = new String(whole, ISO_8859_1);
    damaged = damaged.substring(0, at) + put + damaged.substring(at + out);
    assertReadAlike(damaged.getBytes(ISO_8859_1), pieceBytes);
  }

  @Provide
  Arbitrary<String> damage() {
    return Arbitraries.of(
        "", "\"", "{", "}", "[", "]", ",", "\\", "\n", "x", "\0", "\u00e4", "]\n[", "},{", "]]");
  }
}
