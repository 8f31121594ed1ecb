package io.amorsize.jmh.json;

import static io.amorsize.jmh.json.ResultText.gzip;
import static io.amorsize.jmh.json.ResultText.list;
import static io.amorsize.jmh.json.ResultText.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideFilesTest {

  @TempDir private Path folder;
  private Path second;
  private Path first;

  @BeforeEach
  void writeTwoRuns() throws IOException {
    second = write("b.json", list(row("x.Y.z", "[[3.0,4.0],[5.0,6.0]]")));
    first = folder.resolve("a.json.gz");
    Files.write(first, gzip(list(row("x.Y.z", "[[1.0],[2.0]]")).getBytes(UTF_8)));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static BenchmarkRun readAll(Path... named) {
    return new JmhResultReader().readAll("base", List.of(named));
  }

  private static List<Fork> forks(BenchmarkRun run) {
    assertThat(run.label()).isEqualTo("base");
    assertThat(run.rows()).hasSize(1);
    return run.rows().get(0).primary().measurements().forks();
  }

  @Test
  void filesOfOneSideAreForksInTheOrderInWhichTheyAreNamed() {
    BenchmarkRun run = readAll(second, first);
    assertThat(forks(run)).containsExactly(Fork.of(3, 4), Fork.of(5, 6), Fork.of(1), Fork.of(2));
    assertThat(run.rows().get(0).settings().forks()).hasValue(4);
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void aFolderStandsForItsFilesByName() throws IOException {
    Files.createDirectory(folder.resolve("deeper.json"));
    write("notes.txt", "no JSON");
    write("._a.json", "what another system left here");
    BenchmarkRun run = readAll(folder);
    assertThat(forks(run)).containsExactly(Fork.of(1), Fork.of(2), Fork.of(3, 4), Fork.of(5, 6));
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void aFolderLeavesOutWhatIsClearlyOfAnotherKind() throws IOException {
    write("baseline.json", "{\"entries\":[]}");
    write("jmh-result.warmup.json", list(row("x.Y.z", "[[9.0,9.0]]")));
    write("performance_results.json", "{\"CPU\":{\"workload_name\":\"CPU\"}}");
    BenchmarkRun run = readAll(folder);
    assertThat(forks(run)).hasSize(4);
    assertThat(run.notes())
        .containsExactly(
            folder
                + ": left out as no JMH results: baseline.json, jmh-result.warmup.json,"
                + " performance_results.json");
  }

  @Test
  void aFileThatIsNamedIsReadWhateverItsName() throws IOException {
    Path warmup = write("x.warmup.json", list(row("x.Y.z", "[[9.0,9.0]]")));
    assertThat(forks(readAll(warmup))).containsExactly(Fork.of(9, 9));
  }

  @Test
  void aBrokenFileInAFolderIsNotLeftOut() throws IOException {
    Path broken = write("c.json", "");
    assertThatThrownBy(() -> readAll(folder))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(broken + ": the file is empty: ");
  }

  @Test
  void aFolderWithoutResultsIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    String none =
        empty + ": this folder holds no JMH result, which is a file named *.json or *.json.gz";
    assertThatThrownBy(() -> readAll(empty))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(none);
    write("empty/baseline.json", "{}");
    assertThatThrownBy(() -> readAll(empty)).hasMessage(none + ", but only baseline.json");
    assertThatThrownBy(SideFilesTest::readAll)
        .hasMessage("base: no file is named; name at least one JMH result");
  }

  @Test
  void aFileDoesNotCountTwice() throws IOException {
    assertThatThrownBy(
            () -> readAll(folder, folder.resolve("../" + folder.getFileName() + "/b.json")))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageEndingWith(
            "/b.json: named twice on one side, so its forks would count twice; name it once");
    Path copy = write("c.json", list(row("x.Y.z", "[[1.0],[2.0]]")));
    assertThatThrownBy(() -> readAll(folder))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(
            copy
                + ": holds the same results as "
                + first
                + ", so its forks would count twice; leave one of them out");
  }

  @Test
  void settingsThatDifferAmongFilesAreNoted() throws IOException {
    write("c.json", list(row("x.Y.z", "[[7.0]]")).replace("21.0.1", "17.0.9"));
    assertThat(readAll(folder).notes())
        .contains(
            "base: forks of one row were measured with different JDK version (17.0.9 and 21.0.1);"
                + " their spread holds that too");
  }

  @Test
  void notesOfTheFilesAreKept() throws IOException {
    Path third = write("c.json", row("x.Y.z", "[[7.0],[8.0]]"));
    assertThat(readAll(folder).notes())
        .containsExactly(third + ": it is one result and not a list of results");
  }
}
