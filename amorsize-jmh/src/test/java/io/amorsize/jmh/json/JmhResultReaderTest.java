package io.amorsize.jmh.json;

import static io.amorsize.jmh.json.ResultText.gzip;
import static io.amorsize.jmh.json.ResultText.list;
import static io.amorsize.jmh.json.ResultText.metric;
import static io.amorsize.jmh.json.ResultText.row;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmhResultReaderTest {

  private static final String TWO_FORKS = row("a.B.c", "[[1.0,2.0,3.0],[4.0,5.0,6.0]]");

  @TempDir private Path folder;

  private BenchmarkRun read(byte[] bytes) throws IOException {
    return new JmhResultReader().read(Files.write(folder.resolve("result.json"), bytes));
  }

  private BenchmarkRun read(String text) throws IOException {
    return read(text.getBytes(UTF_8));
  }

  private BenchmarkRow readRow(String row) throws IOException {
    List<BenchmarkRow> rows = read(list(row)).rows();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private Metric readMetric(String data) throws IOException {
    return readRow(row("a.B.c", metric("us/op", data), "")).primary();
  }

  @Test
  void readsWhatJmhWrites() throws IOException {
    BenchmarkRun run = read(list(TWO_FORKS));
    assertThat(run.label()).isEqualTo(folder.resolve("result.json").toString());
    assertThat(run.notes()).isEmpty();
    assertThat(run.environment()).isEmpty();
    BenchmarkRow row = run.rows().get(0);
    assertThat(row.key()).isEqualTo(new BenchmarkKey("a.B.c", "avgt", new TreeMap<>(), 2));
    assertThat(row.primary().unit().symbol()).isEqualTo("us/op");
    assertThat(row.primary().score()).hasValue(2.5);
    assertThat(row.primary().problem()).isEmpty();
    assertThat(row.primary().measurements().forks())
        .containsExactly(Fork.of(1, 2, 3), Fork.of(4, 5, 6));
    assertThat(row.settings())
        .isEqualTo(
            new RowSettings(
                Optional.of("1.37"),
                Optional.of("21.0.1"),
                Optional.of("VM"),
                Optional.of("21+1"),
                Optional.of(List.of("-Xmx1g", "-ea")),
                OptionalInt.of(2),
                OptionalInt.of(5),
                OptionalInt.of(3),
                Optional.of("1 s"),
                Optional.of("2 s")));
  }

  @Test
  void readsARowOfOldOrForeignToolsThatSaysLittle() throws IOException {
    BenchmarkRow row =
        readRow(
            """
            {"primaryMetric":{"rawData":[[3]],"scoreUnit":"ms/op"},"mode":"ss","benchmark":"x",
             "userAgent":{"a":[{"b":1}]},"vmName":null,"jvmArgs":null,"params":null,
             "warmupIterations":"many","forks":-1}""");
    assertThat(row.key()).isEqualTo(new BenchmarkKey("x", "ss", new TreeMap<>(), 0));
    assertThat(row.settings()).isEqualTo(RowSettings.UNKNOWN);
    assertThat(row.primary().score()).isEmpty();
    assertThat(row.primary().measurements().forks()).containsExactly(Fork.of(3));
  }

  @Test
  void readsKotlinxBenchmark() throws IOException {
    BenchmarkRun run =
        read(
            """
            [{"benchmark" : "test.C.m", "mode" : "thrpt", "configurationName" : "main",
              "warmupIterations" : 3, "warmupTime" : "500 ms", "measurementIterations" : 3,
              "measurementTime" : "500 ms", "params" : {"size" : "10"},
              "advanced" : {"nativeFork" : "perBenchmark"},
              "primaryMetric" : {"score": 3.2, "scoreError": NaN, "scoreConfidence" : [NaN, NaN],
              "scorePercentiles" : {"0.00" : 3.1}, "scoreUnit" : "ops/us",
              "rawData" : [[3.1, 3.2, 3.3]]}, "secondaryMetrics" : {}}]""");
    assertThat(run.notes()).isEmpty();
    BenchmarkRow row = run.rows().get(0);
    assertThat(row.key().params()).isEqualTo(Map.of("size", "10"));
    assertThat(row.key().threads()).isZero();
    assertThat(row.settings().forks()).isEmpty();
    assertThat(row.primary().measurements().forks()).containsExactly(Fork.of(3.1, 3.2, 3.3));
  }

  @Test
  void takesTheMeanOfEachIterationsHistogram() throws IOException {
    String data = "\"rawDataHistogram\":[[[[1.0,3],[5.0,1]],[[7,2]]],[[[\"2.5\",4]],[]],[[]]]";
    BenchmarkRow row =
        readRow(row("a.B.c", metric("ms/op", data), "").replace("\"avgt\"", "\"sample\""));
    assertThat(row.primary().problem()).isEmpty();
    assertThat(row.primary().measurements().forks()).containsExactly(Fork.of(2, 7), Fork.of(2.5));
  }

  @Test
  void leavesOutPercentilesOfSampleModeAndTextOfProfilers() throws IOException {
    String one = metric("ms/op", "\"rawData\":[[1.0]]");
    String text = "{\"score\":\"NaN\",\"scoreUnit\":\"---\",\"rawData\":[[\"NaN\"]]}";
    String more =
        ",\"secondaryMetrics\":{\"p0.00\":X,\"p1.00\":X,\"c·p0.9999\":X,\"cÂ·p0.50\":X,"
                .replace("X", one)
            + "\"get:p0.5\":X,\"p99\":X,\"·gc.time\":X,\"async\":Y}"
                .replace("X", one)
                .replace("Y", text);
    String sample = row("a.B.c", one, more).replace("\"avgt\"", "\"sample\"");
    assertThat(readRow(sample).secondary()).containsOnlyKeys("p99", "gc.time");
    assertThat(readRow(row("a.B.c", one, more)).secondary())
        .containsOnlyKeys("p0.00", "p1.00", "c·p0.9999", "cÂ·p0.50", "get:p0.5", "p99", "gc.time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gc.count", "·gc.count", "Â·gc.count", "Ã‚Â·gc.count", "?gc.count", "┬╖gc.count"})
  void namesProfilersMetricsAsTheLatestJmhDoes(String name) throws IOException {
    String one = metric("counts", "\"rawData\":[[7.0],[]]");
    BenchmarkRow row =
        readRow(row("a.B.c", one, ",\"secondaryMetrics\":{\"" + name + "\":" + one + "}"));
    assertThat(row.secondary()).containsOnlyKeys("gc.count");
    assertThat(row.secondary().get("gc.count").measurements().forks()).containsExactly(Fork.of(7));
    assertThat(row.primary().measurements().forks()).hasSize(1);
  }

  @Test
  void keepsNamesOfGroupsAndCountersAndPools() throws IOException {
    String one = metric("ops/s", "\"rawData\":[[7.0]]");
    String more =
        ",\"secondaryMetrics\":{\"get\":X,\"Élan\":X,\"gc.churn.CodeHeap_'non-nmethods'\":X,\"?\":X,\"n\":1}"
            .replace("X", one);
    assertThat(readRow(row("a.B.c", one, more)).secondary())
        .containsOnlyKeys("get", "Élan", "gc.churn.CodeHeap_'non-nmethods'", "?");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[[1.0,\"NaN\"]] | rawData holds NaN",
        "[[1.0],[\"+INF\"]] | rawData holds Infinity",
        "[[\"-INF\"]] | rawData holds -Infinity",
        "[[NaN]] | rawData holds NaN",
        "[[1e999]] | rawData holds Infinity",
        "[] | rawData holds no iteration",
        "[[],[]] | rawData holds no iteration",
        "null | rawData must be a list of forks, holds null",
        "{\"a\":[1]} | rawData must be a list of forks, holds an object",
        "[1.0,2.0] | rawData must be a list of iterations for each fork, holds 1.0",
        "[[1.0],[null]] | rawData holds null where a number must be",
        "[[1.0],[\"1,5\"]] | rawData holds the text '1,5' where a number must be",
        "[[[1.0,2]]] | rawData holds a list where a number must be",
      })
  void tellsWhyRawDataCannotBeJudged(String rawData, String problem) throws IOException {
    Metric metric = readMetric("\"rawData\":" + rawData);
    assertThat(metric.problem()).hasValue(problem);
    assertThat(metric.measurements().forks()).isEmpty();
    assertThat(metric.score()).hasValue(2.5);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "[[[[1.0]]]] | rawDataHistogram holds a pair that is no value and count",
        "[[[[1.0,-1]]]] | rawDataHistogram holds a pair that is no value and count",
        "[[[[\"NaN\",1]]]] | rawDataHistogram holds a pair that is no value and count",
        "[[[1.0,2]]] | rawDataHistogram must be pairs of a value and its count, holds 1.0",
        "[[1.0]] | rawDataHistogram must be a list of pairs for each iteration, holds 1.0",
        "[[[[1.0,0]]]] | rawDataHistogram holds no iteration",
      })
  void tellsWhyAHistogramCannotBeJudged(String histogram, String problem) throws IOException {
    Metric metric = readMetric("\"rawDataHistogram\":" + histogram);
    assertThat(metric.problem()).hasValue(problem);
    assertThat(metric.measurements().forks()).isEmpty();
  }

  @Test
  void keepsTheScoreWhereThereIsNoRawData() throws IOException {
    Metric metric = readMetric("\"x\":0");
    assertThat(metric.problem()).hasValue("there is no rawData");
    assertThat(metric.score()).hasValue(2.5);
  }

  @Test
  void takesNumbersThatAreWrittenAsText() throws IOException {
    assertThat(readMetric("\"rawData\":[[\"1.5e3\",2]]").measurements().forks())
        .containsExactly(Fork.of(1500, 2));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"NaN\",", "\"≈ 10⁻³\",", "null,", "NaN,", "\"3.5\",3.5", "7,7", "1.2E-7,1.2E-7"})
  void keepsAScoreThatIsANumber(String score, Double expected) throws IOException {
    String metric = metric("us/op", "\"rawData\":[[1]]").replace("2.5", score);
    assertThat(readRow(row("a.B.c", metric, "")).primary().score())
        .isEqualTo(expected == null ? OptionalDouble.empty() : OptionalDouble.of(expected));
  }

  @Test
  void keepsParametersAsTheyAre() throws IOException {
    String lengthy = "x".repeat(5000);
    String more =
        """
        ,"params":{"b":"%s","a":"","path":"C:\\\\tmp","n":3,"on":true,"line":"1
        2","e":"\\u00e9\\u0007"}"""
            .formatted(lengthy);
    String metric = metric("us/op", "\"rawData\":[[1]]");
    assertThat(readRow(row("io.amorsize.jmh.benchmarks.CpuIntensive.parallel", metric, more)).key())
        .extracting(BenchmarkKey::params)
        .isEqualTo(
            Map.of(
                "a", "", "b", lengthy, "path", "C:\\tmp", "n", "3", "on", "true", "line", "1\n2",
                "e", "é\u0007"));
  }

  @Test
  void keepsModesThreadsAndDuplicatesApart() throws IOException {
    String other = TWO_FORKS.replace("\"avgt\"", "\"thrpt\"");
    String threads = TWO_FORKS.replace("\"threads\":2", "\"threads\":8");
    BenchmarkRun run = read(list(TWO_FORKS, other, threads, TWO_FORKS));
    assertThat(run.rows()).hasSize(4);
    assertThat(run.rows().stream().map(BenchmarkRow::key).distinct()).hasSize(3);
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void trustsRawDataAndNotesOtherNumbersOfForks() throws IOException {
    String short1 = row("a.B.c", "[[1.0,2.0],[],[3.0]]");
    String short2 = row("a.B.d", "[[1.0,2.0]]");
    String inProcess = row("a.B.e", "[[1.0,2.0]]").replace("\"forks\":2", "\"forks\":0");
    BenchmarkRun run = read(list(short1, short2, inProcess));
    assertThat(run.rows().get(0).primary().measurements().forks())
        .containsExactly(Fork.of(1, 2), Fork.of(3));
    assertThat(run.rows().get(2).settings().forks()).hasValue(0);
    assertThat(run.notes())
        .containsExactly(
            run.label()
                + ": 1 row has raw data of another number of forks than was asked for (first: a.B.d"
                + " has 1 of 2); the forks that are there are taken");
  }

  @Test
  void readsEveryEncodingAndCompression() throws IOException {
    String text = list(row("a.B.é", "[[1.0,2.0],[3.0]]"));
    BenchmarkRun plain = read(text);
    assertThat(plain.notes()).isEmpty();
    assertThat(plain.rows().get(0).key().benchmark()).isEqualTo("a.B.é");
    byte[] utf8 = text.getBytes(UTF_8);
    assertThat(read(gzip(utf8))).isEqualTo(plain);
    assertThat(read(gzip(gzip(utf8)))).isEqualTo(plain);
    assertThat(read("\uFEFF" + text)).isEqualTo(plain);
    assertThat(read("\n\n \t" + text)).isEqualTo(plain);
    assertThat(read(text.replace("\n", "\r\n"))).isEqualTo(plain);
    assertNoted(read(text.getBytes(UTF_16LE)), plain, "UTF-16LE");
    assertNoted(read(text.getBytes(UTF_16BE)), plain, "UTF-16BE");
    assertNoted(read(("\uFEFF" + text).getBytes(UTF_16LE)), plain, "UTF-16LE");
    assertNoted(read(("\uFEFF" + text).getBytes(UTF_16BE)), plain, "UTF-16BE");
    assertNoted(read(gzip(text.getBytes(UTF_16LE))), plain, "UTF-16LE");
    assertNoted(read(text.getBytes(ISO_8859_1)), plain, "windows-1252");
  }

  private static void assertNoted(BenchmarkRun run, BenchmarkRun plain, String charset) {
    assertThat(run.rows()).isEqualTo(plain.rows());
    assertThat(run.notes())
        .containsExactly(run.label() + ": it is written in " + charset + " and not in UTF-8");
  }

  @Test
  void findsTheListInOtherLayouts() throws IOException {
    BenchmarkRun plain = read(list(TWO_FORKS));
    assertNote(read(TWO_FORKS), plain, "it is one result and not a list of results");
    assertNote(
        read("[" + list(TWO_FORKS) + ",[]]"),
        plain,
        "it is a list of 2 lists of results, which were read as one run");
    assertNote(
        read(
            "{\"date\":1,\"hosts\":[{\"name\":\"x\"}],\"x\":{\"y\":[]},\"benchmark\":"
                + list(TWO_FORKS)
                + "}"),
        plain,
        "the list of results stands under the key 'benchmark'");
  }

  private static void assertNote(BenchmarkRun run, BenchmarkRun plain, String note) {
    assertThat(run.rows()).isEqualTo(plain.rows());
    assertThat(run.notes()).containsExactly(run.label() + ": " + note);
  }

  @Test
  void looksLikeJmhUnlessItHoldsResultsOfWorkloads() throws IOException {
    String workloads =
        "\uFEFF \n{\"CPU\":{\"workload_name\":\"CPU\",\"optimizer_result\":{},\"benchmark_result\":null}}";
    assertThat(looksLikeJmh(workloads.getBytes(UTF_8))).isFalse();
    assertThat(looksLikeJmh(gzip(workloads.getBytes(UTF_16LE)))).isFalse();
    assertThat(looksLikeJmh((workloads + "garbage").getBytes(UTF_8))).isFalse();
    for (String jmh : List.of(list(TWO_FORKS), TWO_FORKS, "", "{}", "[]", "x", "{\"a\":{", "<x>")) {
      assertThat(looksLikeJmh(jmh.getBytes(UTF_8))).as(jmh).isTrue();
    }
    assertThat(new JmhResultReader().looksLikeJmh(folder.resolve("missing.json"))).isTrue();
    assertThat(new JmhResultReader().looksLikeJmh(folder)).isTrue();
  }

  private boolean looksLikeJmh(byte[] bytes) throws IOException {
    return new JmhResultReader().looksLikeJmh(Files.write(folder.resolve("some.json"), bytes));
  }
}
