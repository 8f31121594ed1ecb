package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.json.RowsFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** What a file may hold at most, and the option that the sentence names. */
class LimitOptionsTest {

  @TempDir Path folder;
  private Path rows;

  @BeforeEach
  void writeRows() {
    rows =
        new RowsFile()
            .row("org.acme.Json.parse", 100)
            .row("org.acme.Json.print", 200)
            .write(folder.resolve("rows.json"));
  }

  /** Our rows, and one more member of a row that nobody reads, nested so deeply. */
  private Path deep(int levels) throws IOException {
    String nested = "[".repeat(levels) + "]".repeat(levels);
    String text = Files.readString(rows).replaceFirst("\\{", "{\"more\": " + nested + ",");
    return Files.writeString(folder.resolve("deep.json"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "--max-bytes, 1k, 'holds more than 1,024 bytes once decompressed'",
    "--max-rows, 1, holds more than 1 results",
    "--max-text, 10, a text is longer than 10 characters",
    "--max-values, 10, a result holds more than 10 values",
  })
  void whatIsTooLargeIsRefusedWithItsOption(String option, String most, String sentence) {
    CommandFixture run = CommandFixture.run("compare", rows, rows, option, most);
    run.refusesWith(sentence);
    run.refusesWith("allow more with " + option);
  }

  @Test
  void depthIsAllowedWhereTheUserSaysSo() throws IOException {
    Path deep = deep(150);
    CommandFixture.run("compare", deep, deep).refusesWith("allow more with --max-depth");
    CommandFixture.run("compare", deep, deep, "--max-depth", 200).exits(ExitCode.OK);
    CommandFixture.run("compare", rows, rows, "--max-rows", 2).exits(ExitCode.OK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"compare FILE", "steady", "baseline save main", "history record", "merge"})
  void everyCommandThatReadsRowsHasThem(String command) {
    String words = command.replace("FILE", rows.toString()) + " " + rows + " --max-rows 1";
    CommandFixture.run((Object[]) words.split(" ")).refusesWith("allow more with --max-rows");
  }

  @Test
  void workloadsAreRowsToo() throws IOException {
    String one = "{\"optimizer_result\": {}, \"benchmark_result\": null}";
    Path results = folder.resolve("results.json");
    Files.writeString(results, "{\"a\": " + one + ", \"b\": " + one + "}");
    CommandFixture.run("report", results).exits(ExitCode.OK);
    CommandFixture.run("report", results, "--max-rows", 1)
        .refusesWith("the file holds more than 1 rows, the most that is read; split it, or allow");
    CommandFixture.run("report", results, "--max-bytes", 50)
        .refusesWith("holds more than 50 bytes once decompressed");
    CommandFixture.run("report", results, "--max-text", 5)
        .refusesWith("a text is longer than 5 characters");
  }

  @Test
  void aComparisonIsLimitedToo() throws IOException {
    Path comparison = folder.resolve("comparison.json");
    CommandFixture.run("compare", rows, rows, "--format", "json", "-o", comparison);
    CommandFixture.run("confirm", comparison, "--max-rows", 1)
        .refusesWith("rows holds more than 1 rows");
  }

  @Test
  void aBombAmongRunsStopsAtTheLimit() throws IOException {
    Path bomb = folder.resolve("bomb.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 64; i++) {
        out.write(spaces);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(1 << 17);
    HistoryFixture history = new HistoryFixture(folder);
    HistoryFixture.Said said = history.run("import", bomb, "--max-bytes", "2m");
    assertThat(said.exits(ExitCode.USAGE).inOneLine())
        .contains("holds more than 2,097,152 bytes once decompressed")
        .contains("0 runs recorded");
  }

  @Test
  void sizesHaveUnits() throws Exception {
    assertThat(new ByteSize().convert("65536")).isEqualTo(65_536);
    assertThat(new ByteSize().convert("64K")).isEqualTo(65_536);
    assertThat(new ByteSize().convert("3m")).isEqualTo(3 << 20);
    assertThat(new ByteSize().convert("2g")).isEqualTo(1L << 31);
    for (String wrong : new String[] {"0", "-1", "1.5m", "9999999999999g", "k", "1t", ""}) {
      assertThatThrownBy(() -> new ByteSize().convert(wrong))
          .isInstanceOf(TypeConversionException.class)
          .hasMessageContaining("is no size above 0");
    }
  }

  @ParameterizedTest
  @CsvSource({"--max-depth, 9, 10", "--max-rows, 0, 1", "--max-text, -1, 1", "--max-values, 0, 1"})
  void aLimitHasARange(String option, int value, int least) {
    CommandFixture.run("compare", rows, rows, option, value)
        .refusesWith(option + " must be at least " + least + ", is " + value);
  }
}
