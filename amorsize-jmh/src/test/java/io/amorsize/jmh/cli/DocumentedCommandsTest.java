package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.amorsize.jmh.runner.PerformanceSuite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The documentation, executed. A block {@code sh} is run, in the order of its page, in a folder
 * that holds two results, and each of its commands must end with 0, or with {@code exit=N}. {@code
 * console} shows what is printed as well. Of {@code sh long} only the command line is read, since
 * it measures for minutes; {@code sh elsewhere} needs a network, another tool or another project,
 * and is run by {@code .ci/guide}. Java stands in the examples, which are compiled and run.
 */
class DocumentedCommandsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Blocks that nothing runs, the command of a release: each is one too many. */
  private static final int UNRUN = 1;

  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir Path folder;

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<Path> pages = docs.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      return Stream.concat(
          Stream.of("README.md", "CONTRIBUTING.md").map(ROOT::resolve), pages.stream());
    }
  }

  static Stream<Path> pagesWithCommands() throws IOException {
    return pages().filter(page -> runnable(page).findAny().isPresent());
  }

  private static Stream<MarkdownBlock> blocks(Path page) {
    try {
      return MarkdownBlock.of(page).stream();
    } catch (IOException e) {
      throw new AssertionError(page + " cannot be read", e);
    }
  }

  private static Stream<MarkdownBlock> runnable(Path page) {
    return blocks(page)
        .filter(MarkdownBlock::isShell)
        .filter(block -> !block.isMarked("long") && !block.isMarked("elsewhere"));
  }

  @ParameterizedTest
  @MethodSource("pagesWithCommands")
  void whatAPageTellsToRunRuns(Path page) throws Exception {
    DocumentedRun run = DocumentedRun.in(folder);
    for (MarkdownBlock block : runnable(page).toList()) {
      run.execute(block);
    }
  }

  @Test
  void longCommandsHaveOptionsThatExist() throws IOException {
    List<MarkdownBlock> blocks =
        pages()
            .flatMap(DocumentedCommandsTest::blocks)
            .filter(block -> block.isShell() && block.isMarked("long"))
            .toList();
    assertThat(blocks).hasSizeGreaterThan(10);
    for (MarkdownBlock block : blocks) {
      ShellText shell = block.script();
      assertThat(shell.commands())
          .as("%s: our commands and builds alone; else it is 'sh elsewhere'", block)
          .allMatch(words -> DocumentedRun.isKnown(words));
      shell.ofOurJar().forEach(arguments -> parse(block, arguments));
    }
  }

  private static void parse(MarkdownBlock block, List<String> arguments) {
    CommandLine commands =
        Main.commandLine(
            Terminal.ofProcess(),
            PerformanceSuite::new,
            (log, work) -> {
              throw new AssertionError("nothing should be run");
            });
    assertThat(Main.isForJmh(arguments)).as("%s: %s is a command", block, arguments).isFalse();
    commands.parseArgs(arguments.toArray(String[]::new));
  }

  @Test
  void workflowsHaveOptionsThatExist() throws IOException {
    int found = 0;
    for (MarkdownBlock block :
        pages()
            .flatMap(DocumentedCommandsTest::blocks)
            .filter(block -> block.language().equals("yaml"))
            .toList()) {
      for (JsonNode script : YAML.readTree(block.text()).findValues("run")) {
        List<List<String>> commands = new ShellText(script.asText()).ofOurJar();
        commands.forEach(arguments -> parse(block, arguments));
        found += commands.size();
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(2);
  }

  @Test
  void filesOfJavaCompile() throws IOException {
    List<MarkdownBlock> files =
        pages()
            .flatMap(DocumentedCommandsTest::blocks)
            .filter(
                block -> block.words().stream().anyMatch(word -> word.matches("file=.*[.]java")))
            .toList();
    assertThat(files).isNotEmpty();
    for (MarkdownBlock block : files) {
      String name = block.words().get(1).replaceAll(".*/", "");
      Path source = Files.writeString(folder.resolve(name), block.text());
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  said,
                  said,
                  "-proc:none",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "-d",
                  folder.toString(),
                  source.toString());
      assertThat(code).as("%s: %s", block, said).isZero();
    }
  }

  @Test
  void fewBlocksAreRunByNothing() throws IOException {
    String scripts = "";
    for (String script : List.of("run", "publish")) {
      scripts += Files.readString(ROOT.resolve(".ci/" + script));
    }
    String guides = scripts;
    assertThat(
            pages()
                .filter(page -> !guides.contains(".ci/guide " + ROOT.relativize(page)))
                .flatMap(DocumentedCommandsTest::blocks)
                .filter(block -> block.isMarked("elsewhere")))
        .hasSize(UNRUN);
  }

  @Test
  void aBlockOfCommandsSaysSo() throws IOException {
    assertThat(
            pages()
                .flatMap(DocumentedCommandsTest::blocks)
                .filter(block -> !block.isShell())
                .filter(
                    block -> block.text().lines().anyMatch(line -> line.startsWith("java -jar"))))
        .isEmpty();
  }

  @Test
  void javaStandsInAnExample() throws IOException {
    List<String> sources;
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples/src"))) {
      sources = files.filter(Files::isRegularFile).map(DocumentedCommandsTest::code).toList();
    }
    assertThat(
            pages()
                .flatMap(DocumentedCommandsTest::blocks)
                .filter(block -> block.language().equals("java") && !block.isMarked("elsewhere"))
                .filter(block -> block.words().stream().noneMatch(word -> word.startsWith("file=")))
                .filter(block -> sources.stream().noneMatch(source -> shows(block.text(), source))))
        .as("blocks of Java that are in no example")
        .isEmpty();
  }

  /** Lines of three dots leave something out. */
  private static boolean shows(String snippet, String source) {
    int from = 0;
    for (String part : snippet.split("(?m)^ *\\.\\.\\.$")) {
      int at = source.indexOf(code(part), from);
      if (at < 0) {
        return false;
      }
      from = at + code(part).length();
    }
    return true;
  }

  private static String code(Path file) {
    try {
      return code(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  /** Java without comments and white space. */
  private static String code(String java) {
    return java.replaceAll("//.*", "").replaceAll("\\s+", "");
  }
}
