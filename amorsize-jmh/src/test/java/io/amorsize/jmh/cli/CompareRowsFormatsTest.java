package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.RowsFile;
import io.amorsize.result.JsonFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What a comparison of JMH rows is read from and written to. */
class CompareRowsFormatsTest {

  private static final String WORKLOADS =
      """
      {"cpu": {"workload_name": "cpu",
        "optimizer_result": {"n_jobs": 2, "chunksize": 8, "estimated_speedup": 1.9,
          "executor_type": "process", "reason": "", "warnings": []},
        "benchmark_result": null,
        "passed": true, "regression_detected": false, "issues": [], "metadata": {}}}
      """;

  @TempDir Path folder;
  private Path base;
  private Path slower;

  @BeforeEach
  void writeSides() {
    base = side("base.json", 100);
    slower = side("slower.json", 120);
  }

  private Path side(String name, double parse) {
    return new RowsFile()
        .row("org.acme.Json.parse", parse)
        .row("org.acme.Json.print", 200)
        .write(folder.resolve(name));
  }

  private CommandFixture format(String format, Object... more) {
    Object[] arguments = new Object[more.length + 5];
    System.arraycopy(
        new Object[] {"compare", base, slower, "--format", format}, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return CommandFixture.run(arguments).exits(ExitCode.REGRESSION);
  }

  @Test
  void everyFormSaysTheSame() throws IOException {
    assertThat(format("text").out()).startsWith("1 slower");
    assertThat(format("text").out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(format("markdown").out()).contains("1 slower", "| ");
    assertThat(format("json").out()).startsWith("{").contains("amorsize.comparison/1");
    assertThat(format("csv").out().lines()).hasSize(3);
    assertThat(format("csv").out()).contains("slower").contains("same");
    Path output = folder.resolve("out.json");
    CommandFixture run = format("json", "-o", output);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().toList())
        .hasSize(2)
        .startsWith("written to " + output)
        .last()
        .asString()
        .startsWith("Next: ");
    assertThat(JsonFile.readTree(output).at("/summary/slower").intValue()).isEqualTo(1);
  }

  @Test
  void aBuildServerSeesAFailedTest() throws Exception {
    Element root = xml(format("junit").out());
    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(1);
    Element failed = (Element) root.getElementsByTagName("failure").item(0).getParentNode();
    assertThat(failed.getAttribute("name")).startsWith("parse");
    Path one = new RowsFile().row("org.acme.Json.parse", 100).write(folder.resolve("one.json"));
    Element lenient = xml(CommandFixture.run("compare", base, one, "--format", "junit").out());
    assertThat(lenient.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    Element strict =
        xml(CommandFixture.run("compare", base, one, "--format", "junit", "--strict").out());
    assertThat(strict.getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  @Test
  void unchangedRowsCanBeLeftOut() {
    CommandFixture run = format("text", "--only-changed");
    assertThat(run.out()).containsPattern("parse .*slower").doesNotContainPattern("print .*same");
    assertThat(run.outInOneLine()).contains("1 more rows, same or cannot tell, not shown");
  }

  @Test
  void workloadsHaveNoTable() throws IOException {
    Path workloads = Files.writeString(folder.resolve("workloads.json"), WORKLOADS);
    for (String format : new String[] {"csv", "junit"}) {
      CommandFixture.run("compare", workloads, workloads, "--format", format)
          .refusesWith("--format " + format + " is for comparisons of JMH results");
    }
    CommandFixture.run("compare", workloads, base)
        .refusesWith(workloads + " holds results of workloads, " + base + " holds rows of JMH");
    CommandFixture.run("compare", base, workloads).refusesWith("compare like with like");
  }

  @Test
  void filesOfAFolderAreForksOfOneSide() throws IOException {
    Path before = Files.createDirectory(folder.resolve("before"));
    Path after = Files.createDirectory(folder.resolve("after"));
    for (int run = 0; run < 3; run++) {
      oneFork(before.resolve("run" + run + ".json"), 100 + 0.1 * run);
      oneFork(after.resolve("run" + run + ".json.gz"), 120 + 0.1 * run);
    }
    CommandFixture run =
        CommandFixture.run("compare", before, after, "--format", "json").exits(ExitCode.REGRESSION);
    Path out = Files.writeString(folder.resolve("out.json"), run.out());
    assertThat(JsonFile.readTree(out).at("/rows/0/base/forks").intValue()).isEqualTo(3);
    assertThat(JsonFile.readTree(out).at("/rows/0/current/forks").intValue()).isEqualTo(3);
    CommandFixture.run("compare", before.resolve("run0.json"), after).exits(ExitCode.OK);
    Files.copy(before.resolve("run0.json"), before.resolve("copy.json"));
    CommandFixture.run("compare", before, after).refusesWith("so its forks would count twice");
  }

  private static void oneFork(Path file, double center) {
    new RowsFile()
        .row("org.acme.Json.parse", "avgt", "us/op", RowsFile.forks(center, 1, 0.002))
        .write(file);
  }

  @Test
  void aCompressedFileIsReadLikeAnother() {
    Path compressed = side("slower.json.gz", 120);
    CommandFixture.run("compare", base, compressed).exits(ExitCode.REGRESSION);
    CommandFixture.run("compare", compressed, slower, "--strict").exits(ExitCode.OK);
  }

  @Test
  void aBaselineCanBeMadeOfRows() {
    Path store = folder.resolve("baselines");
    for (Path file : new Path[] {base, side("base.json.gz", 100)}) {
      CommandFixture saved =
          CommandFixture.run("baseline", "save", "main", file, "--baselines", store);
      assertThat(saved.exits(ExitCode.OK).err())
          .contains("Saved 2 rows as baseline 'main'", "compare main CURRENT");
      CommandFixture.run("compare", "main", slower, "--baselines", store)
          .exits(ExitCode.REGRESSION);
      CommandFixture.run("compare", "main", base, "--baselines", store, "--strict")
          .exits(ExitCode.OK);
      CommandFixture.run("compare", store.resolve("main"), slower).exits(ExitCode.REGRESSION);
    }
    CommandFixture.run("baseline", "show", "main", "--baselines", store).exits(ExitCode.OK);
    CommandFixture.run("baseline", "list", "--baselines", store).exits(ExitCode.OK);
  }

  @Test
  void aBrokenFileIsNoBaseline() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.json"), "[{\"benchmark\": ");
    CommandFixture.run("baseline", "save", "main", broken, "--baselines", folder.resolve("b"))
        .refusesWith(broken + ": line 1");
    assertThat(folder.resolve("b")).doesNotExist();
    Path missing = folder.resolve("missing.json");
    CommandFixture.run("baseline", "save", "main", missing, "--baselines", folder.resolve("b"))
        .refusesWith("there is no such file");
  }
}
