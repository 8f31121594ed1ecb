package io.amorsize.jmh.json;

import static io.amorsize.jmh.json.ResultText.gzip;
import static io.amorsize.jmh.json.ResultText.list;
import static io.amorsize.jmh.json.ResultText.row;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenFilesTest {

  private static final String ROW = row("a.B.c", "[[1.0,2.0]]");
  private static final String EMPTY =
      "the file is empty: JMH creates it when a run starts, and an aborted run leaves it so; run the"
          + " benchmark again";
  private static final String CUT =
      "the file ends in the middle of the JSON: the run was aborted or the copy cut short; run the"
          + " benchmark again, or copy the file again";
  private static final String ARCHIVE =
      "line 1, column 1: the file is an archive in a format other than gzip; unpack it and name the"
          + " JSON file in it";
  private static final String SCRIPT =
      "line 1, column 1: the file is JavaScript around the JSON; keep only the list from [ to ]";
  private static final String BACKSLASH =
      "a backslash stands where JSON allows none, as in a Windows path that an old JMH wrote; write"
          + " every \\ in it as \\\\";
  private static final String AGAIN = "; restore the file or run the benchmark again";
  private static final String CSV =
      "line 1, column 1: the file is JMH's CSV, which does not hold the single iterations; run the"
          + " benchmark again with -rf json";

  @TempDir private Path folder;

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("", EMPTY),
        Arguments.of(" \r\n\t\n", EMPTY),
        Arguments.of("[", "line 1, column 2: " + CUT),
        Arguments.of("[\n" + ROW + ",\n", "line 3, column 1: " + CUT),
        Arguments.of("[\n{\"benchmark\" : \"a.B", "line 2, column 20: " + CUT),
        Arguments.of(
            "[\n<<<<<<< HEAD\n" + ROW + "\n=======\n]",
            "line 2, column 1: the file holds a merge conflict (<<<<<<< HEAD); resolve it, or run"
                + " the benchmark again"),
        Arguments.of(
            "<<<<<<< HEAD\n[",
            "line 1, column 1: the file holds a merge conflict; resolve it, or run the benchmark"
                + " again"),
        Arguments.of(
            "[{\"params\":{\n\"file\":\"C:\\Users\\me\"}}]", "line 2, column 12: " + BACKSLASH),
        Arguments.of("[{\"params\":{\n\"file\":\"C:\\u12\"}}]", "line 2, column 15: " + BACKSLASH),
        Arguments.of("var x = " + list(ROW), SCRIPT),
        Arguments.of("// made by gradle\nvar x = " + list(ROW), SCRIPT),
        Arguments.of("export default " + list(ROW), SCRIPT),
        Arguments.of("\"Benchmark\",\"Mode\",\"Threads\"\n\"a\",\"avgt\",1", CSV),
        Arguments.of("Benchmark;Mode;Threads\na;avgt;1", CSV),
        Arguments.of(
            "Benchmark   Mode  Cnt  Score  Error  Units\na.B.c  avgt  5  1.0  0.1  us/op\n",
            "line 1, column 1: the file is JMH's text report, which does not hold the single"
                + " iterations; run the benchmark again with -rf json"),
        Arguments.of(
            "# JMH version: 1.37\n# VM version: JDK 17\n# Run progress: 0.00%\n",
            "line 1, column 1: the file is what JMH prints on the console; run the benchmark again"
                + " with -rf json -rff FILE and name that file"),
        Arguments.of(
            "# JMH version: 1.37\n# VM version: JDK 17\n" + list(ROW),
            "line 1, column 1: other text stands before the JSON, which starts at line 3; delete"
                + " what stands before it, or let JMH write the file with -rf json -rff FILE"),
        Arguments.of(
            "12:00 INFO start\n" + list(ROW),
            "line 1, column 1: other text stands before the JSON, which starts at line 2; delete"
                + " what stands before it, or let JMH write the file with -rf json -rff FILE"),
        Arguments.of(
            "{a:1}",
            "line 1, column 2: this is not JSON (Unexpected character ('a' (code 97)): was expecting"
                + " double-quote to start field name)"
                + AGAIN),
        Arguments.of(
            "\"[{\\\"benchmark\\\":1}]\"",
            "line 1, column 1: the file holds the JSON as one quoted text, so it was encoded twice;"
                + " decode it once, for example with jq -r ."),
        Arguments.of(
            "<!DOCTYPE html><html>",
            "line 1, column 1: the file is HTML or XML, perhaps a saved web page; download the file"
                + " itself"),
        Arguments.of(
            "[\n" + ROW + ",\n]",
            "line 3, column 1: a comma stands before the closing bracket, as left by an edit by"
                + " hand; delete it"),
        Arguments.of(
            "[{\"score\":1,5}]",
            "line 1, column 13: a digit stands where a name must, as after a decimal comma; write"
                + " numbers with a decimal point"),
        Arguments.of(
            "[\n" + ROW + "\n" + ROW + "]",
            "line 3, column 1: this is not JSON (Unexpected character ('{' (code 123)): was"
                + " expecting comma to separate Array entries)"
                + AGAIN),
        Arguments.of(
            list(ROW) + list(ROW),
            "line 6, column 1: more JSON follows the end of the results; several files ran into"
                + " one, so give each of them by itself, or the folder that holds them"),
        Arguments.of(
            "[[[" + ROW + "]]]",
            "line 1, column 3: result 1 must be an object as JMH writes it, is a list"),
        Arguments.of(
            "[{\"x\":" + "[".repeat(5000),
            "line 1, column 106: objects and lists are nested deeper than 100 levels, which no JMH"
                + " result is; run the benchmark again, or allow more with --max-depth"),
        Arguments.of(
            "[]",
            "line 1, column 2: the list of results is empty: JMH ran no benchmark to its end; look"
                + " at what it printed"),
        Arguments.of(
            "null",
            "line 1, column 1: the file holds only null, but must hold JMH's list of results; run"
                + " the benchmark again with -rf json"),
        Arguments.of(
            "{}",
            "line 1, column 2: the file is JSON but no JMH result: it is an object with no key, but"
                + " must hold JMH's list of results, by itself or under one key"),
        Arguments.of(
            "{\"$schema\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":[{}],\"f\":6}",
            "line 1, column 46: the file is JSON but no JMH result: it is an object with the keys"
                + " '$schema', 'b', 'c', 'd', 'e' ..., but must hold JMH's list of results, by"
                + " itself or under one key"),
        Arguments.of(
            "{\"CPU\":{\"workload_name\":\"CPU\"}}",
            "line 1, column 31: the file holds results of workloads and no JMH result; compare it"
                + " with another such file"),
        Arguments.of(
            "{\"a\":[" + ROW + "],\n\"b\":[" + ROW + "]\n}",
            "line 3, column 1: the file holds 2 lists of results, under the keys 'a', 'b'; write"
                + " each to a file of its own, since they may be different runs"),
        Arguments.of(
            "[{\"name\":1}]",
            "line 1, column 11: result 1 is none of JMH's: it has no 'benchmark' and no"
                + " 'primaryMetric', but the key 'name'"),
        Arguments.of(
            "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\"}]",
            "line 1, column 36: result 1 (a.B.c): there is no 'primaryMetric', so it holds no"
                + " score; run the benchmark again with -rf json"),
        Arguments.of(
            "[{\"benchmark\":\"a\\nc\",\"mode\":\"avgt\",\"primaryMetric\":null}]",
            "line 1, column 56: result 1 (a c): there is no 'primaryMetric', so it holds no score;"
                + " run the benchmark again with -rf json"),
        Arguments.of(
            "[{\"primaryMetric\":{}}]",
            "line 1, column 21: result 1: there is no 'benchmark' that names it"),
        Arguments.of(
            "[{\"benchmark\":\"a\",\"primaryMetric\":{}}]",
            "line 1, column 37: result 1 (a): there is no 'mode', so nobody can tell whether a"
                + " higher score is better; JMH writes thrpt, avgt, sample or ss"),
        Arguments.of(
            "[{\"benchmark\":\"a\",\"mode\":\"ss\",\"threads\":\"max\",\"primaryMetric\":{}}]",
            "line 1, column 65: result 1 (a): 'threads' must be a whole number from 0 on, is 'max'"),
        Arguments.of(
            "[{\"params\":[1]}]",
            "line 1, column 12: result 1: 'params' must be an object, is a list"),
        Arguments.of(
            "[{\"params\":{\"n\":[1]}}]",
            "line 1, column 17: result 1: the parameter 'n' must be text, is a list"),
        Arguments.of(
            "[{\"mode\":\"ss\",\"mode\":\"avgt\"}]",
            "line 1, column 15: the key 'mode' comes twice in one object; two results may have run"
                + " into each other, so restore the file or run the benchmark again"),
        Arguments.of(
            "[{\"a\":1" + "0".repeat(2000) + "}]",
            "line 1, column 2008: a number is longer than any that JMH writes" + AGAIN));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void tellsInOneSentence(String text, String sentence) throws IOException {
    assertSentence(text.getBytes(UTF_8), sentence);
  }

  static Stream<Arguments> bytes() {
    byte[] packed = gzip(list(ROW).getBytes(UTF_8));
    String binary =
        "line 1, column 1: the file is binary; name the JSON file that JMH wrote with -rf json";
    return Stream.of(
        Arguments.of("PK\u0003\u0004\u0014".getBytes(ISO_8859_1), ARCHIVE),
        Arguments.of("\u00fd7zXZ\u0000".getBytes(ISO_8859_1), ARCHIVE),
        Arguments.of("(\u00b5/\u00fd\u0004".getBytes(ISO_8859_1), ARCHIVE),
        Arguments.of("\u0000\u0001\u0002\u00ff".getBytes(ISO_8859_1), binary),
        Arguments.of(
            Arrays.copyOf(packed, 60),
            "its gzip data is damaged or cut short (Unexpected end of ZLIB input stream); copy the"
                + " file again"),
        Arguments.of(
            Arrays.copyOf(packed, 5),
            "its gzip data is damaged or cut short (the header ends early); copy the file again"));
  }

  @ParameterizedTest
  @MethodSource("bytes")
  void tellsOfBytesThatAreNoText(byte[] bytes, String sentence) throws IOException {
    assertSentence(bytes, sentence);
  }

  private void assertSentence(byte[] bytes, String sentence) throws IOException {
    Path file = Files.write(folder.resolve("result.json"), bytes);
    assertThatThrownBy(() -> new JmhResultReader().read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(file + ": " + sentence);
  }

  @Test
  void tellsOfFilesThatAreNotThere() {
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> new JmhResultReader().read(missing))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(missing + ": there is no such file");
    assertThatThrownBy(() -> new JmhResultReader().read(folder))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(folder + ": this is a folder; name a file");
  }
}
