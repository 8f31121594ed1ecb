package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.jmh.json.RowsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would be a path, a statement, a template or a command, if they were not data. */
class HostileNamesTest {

  private static final List<String> NAMES =
      List.of(
          "../../../up",
          "/etc/cron.d/amorsize",
          "a'; DROP TABLE run; --",
          "${jndi:ldap://127.0.0.1/a} ${env:PATH} #{7*7} {{7*7}} @if(true)x@endif",
          "$(touch here) `touch here` %PATH% !here",
          "<img src=x onerror=alert(1)>",
          "=cmd|' /C calc'!A0",
          "a\u001b[2J\u001b]0;title\u0007\u009b31mb\u202ec\u2028d\r\n::error::e");

  @TempDir Path outer;
  private Path folder;
  private Path base;
  private Path current;

  @BeforeEach
  void writeRows() throws IOException {
    folder = Files.createDirectories(outer.resolve("a/b/c"));
    base = rows("base.json", 100);
    current = rows("current.json", 130);
  }

  private Path rows(String name, double center) {
    RowsFile rows = new RowsFile();
    for (String hostile : NAMES) {
      rows.row(hostile, center).param(hostile, hostile);
    }
    return rows.write(folder.resolve(name));
  }

  /** Only what we named ourselves is there, and nothing beside the folder. */
  private void assertNothingElse(String... expected) throws IOException {
    try (Stream<Path> files = Files.walk(outer)) {
      List<String> found =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString())
              .toList();
      List<String> all = new ArrayList<>(List.of("base.json", "current.json"));
      all.addAll(List.of(expected));
      assertThat(found).containsExactlyInAnyOrderElementsOf(all);
    }
  }

  private static void assertHarmless(String text) {
    assertThat(text.codePoints().filter(c -> c != '\n').filter(Character::isISOControl)).isEmpty();
    assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.FORMAT)).isEmpty();
    assertThat(text).doesNotContain("\n::error::");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "junit", "html", "csv", "json"})
  void everyDocumentShowsThemAndNothingIsDone(String format) throws IOException {
    Path document = folder.resolve("document");
    CommandFixture run =
        CommandFixture.run("compare", base, current, "--format", format, "-o", document);
    run.exits(ExitCode.REGRESSION);
    assertHarmless(run.out() + run.err());
    String written = Files.readString(document).replace("\r\n", "\n");
    // In HTML a line feed is a space.
    assertHarmless(format.equals("html") ? written.replace("\n", " ") : written);
    assertNothingElse("document");
  }

  @Test
  void programsGetThemAsTheyAre() throws IOException {
    CommandFixture run = CommandFixture.run("compare", base, current, "--format", "json");
    List<String> read = new ArrayList<>();
    for (JsonNode row : new ObjectMapper().readTree(run.out()).path("rows")) {
      read.add(row.path("benchmark").textValue());
      String name = row.path("benchmark").textValue();
      assertThat(row.path("params").path(name).textValue()).isEqualTo(name);
    }
    assertThat(read).containsExactlyInAnyOrderElementsOf(NAMES);
  }

  @Test
  void aHistoryKeepsThem() throws IOException {
    HistoryFixture history = new HistoryFixture(folder);
    for (Path run : List.of(base, current)) {
      HistoryFixture.Said said =
          history.run("record", run, "--name", NAMES.get(2), "--commit", "abc").exits(ExitCode.OK);
      assertHarmless(said.out() + said.err());
    }
    assertThat(history.run("list", "--format", "json").json().path("runs")).hasSize(2);
    HistoryFixture.Said shown = history.run("show", "latest").exits(ExitCode.OK);
    assertHarmless(shown.out() + shown.err());
    HistoryFixture.Said trend = history.run("trend");
    assertHarmless(trend.out() + trend.err());
    assertNothingElse("history.db", "history.db.lock");
  }

  @Test
  void aBaselineAndAMergedRunKeepThem() throws IOException {
    Path baselines = folder.resolve("baselines");
    CommandFixture saved =
        CommandFixture.run("baseline", "save", "main", base, "--baselines", baselines);
    CommandFixture shown = CommandFixture.run("baseline", "show", "main", "--baselines", baselines);
    assertHarmless(saved.exits(ExitCode.OK).err() + shown.exits(ExitCode.OK).out());
    CommandFixture.run("baseline", "save", "../up", base, "--baselines", baselines)
        .refusesWith("../up");
    Path merged = folder.resolve("merged.json");
    CommandFixture.run("merge", base, "-o", merged).exits(ExitCode.OK);
    assertThat(Files.readString(merged)).contains("DROP TABLE");
    assertThat(outer.resolve("a/b/up")).doesNotExist();
    assertThat(outer.resolve("a/up")).doesNotExist();
  }
}
