package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.RowsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Runs the commands of a page as processes, in a folder with results of two versions. */
final class DocumentedRun {

  private static final String EXIT = "exit=";
  private static final String RESULT_FILE = "-rff";
  private static final String SAMPLE = "reports/sample";

  private final Path folder;

  private DocumentedRun(Path folder) {
    this.folder = folder;
  }

  /** A folder where the second version is slower in one row of four, and this project's sample. */
  static DocumentedRun in(Path folder) throws IOException {
    rows(1).write(folder.resolve("old.json"));
    rows(1).write(folder.resolve("result.json"));
    rows(1.1).write(folder.resolve("new.json"));
    new RowsFile()
        .row("org.acme.Parser.parse", "avgt", "us/op", RowsFile.forks(20, 5, 0.12))
        .write(folder.resolve("short.json"));
    new RowsFile()
        .row("org.acme.Parser.parse", "avgt", "us/op", settling())
        .unwarmed("100 ms")
        .write(folder.resolve("warm-up.json"));
    Files.writeString(folder.resolve("my-benchmarks.jar"), "a jar");
    Path sample = Files.createDirectories(folder.resolve(SAMPLE));
    for (String file : List.of("old.json", "new.json")) {
      Files.copy(
          Path.of("..", SAMPLE, file), sample.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return new DocumentedRun(folder);
  }

  private static RowsFile rows(double factor) {
    return new RowsFile()
        .row("org.acme.Parser.parse", 20 * factor)
        .row("org.acme.Parser.print", 31)
        .row("org.acme.Table.read", 5)
        .row("org.acme.Table.write", 70);
  }

  /** Five forks of 300 iterations, the first of them slow. */
  private static double[][] settling() {
    int[] slow = {31, 38, 44, 52, 64};
    double[][] forks = new double[slow.length][300];
    for (int fork = 0; fork < forks.length; fork++) {
      for (int i = 0; i < forks[fork].length; i++) {
        double wave = 1 + 0.01 * StrictMath.sin(7 * i + fork);
        forks[fork][i] = 20 * wave * (i < slow[fork] ? 1.2 : 1);
      }
    }
    return forks;
  }

  /** Our commands, builds, and runs of another project's benchmarks. */
  static boolean isKnown(List<String> words) {
    boolean jar = words.size() > 2 && words.get(0).endsWith("java") && words.get(1).equals("-jar");
    return jar || words.get(0).equals("mvn") || words.get(0).startsWith(".ci/");
  }

  /** Runs all commands of a block, which must do what it says. */
  void execute(MarkdownBlock block) throws IOException, InterruptedException {
    if (block.language().equals("console")) {
      executeShown(block);
      return;
    }
    for (List<String> words : block.script().commands()) {
      execute(block, words);
    }
  }

  /** Runs the only command of a block, which must do what it says, and returns what it says. */
  String said(MarkdownBlock block) throws IOException, InterruptedException {
    List<List<String>> commands = block.script().commands();
    assertThat(commands).hasSize(1);
    return execute(block, commands.get(0));
  }

  /** Each line with a dollar is a command, and what follows is all that it prints. */
  private void executeShown(MarkdownBlock block) throws IOException, InterruptedException {
    for (String part : block.text().split("(?m)^\\$ ")) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        String command = end < 0 ? part : part.substring(0, end);
        String shown = end < 0 ? "" : part.substring(end + 1);
        for (List<String> words : new ShellText(command).commands()) {
          assertThat(execute(block, words).strip())
              .as("%s: %s", block, words)
              .isEqualTo(shown.strip());
        }
      }
    }
  }

  private String execute(MarkdownBlock block, List<String> words)
      throws IOException, InterruptedException {
    assertThat(isKnown(words) && words.get(0).endsWith("java"))
        .as("%s: %s cannot be run here; mark the block 'long' or 'elsewhere'", block, words)
        .isTrue();
    if (!ShellText.isOurs(words)) {
      requireResult(block, words);
      return "";
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(words.subList(3, words.size()));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("GITHUB_.*|CI_.*|AMORSIZE_HISTORY|JAVA_TOOL_OPTIONS"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s said: %s", block, words, said).isEqualTo(exit(block));
    return said;
  }

  /** Another project's benchmarks were run before: what they would write is there. */
  private void requireResult(MarkdownBlock block, List<String> words) {
    int option = words.indexOf(RESULT_FILE);
    assertThat(option).as("%s: %s writes a result", block, words).isPositive();
    assertThat(folder.resolve(words.get(option + 1))).as("%s: %s", block, words).exists();
  }

  private static int exit(MarkdownBlock block) {
    return block.words().stream()
        .filter(word -> word.startsWith(EXIT))
        .mapToInt(word -> Integer.parseInt(word.substring(EXIT.length())))
        .findFirst()
        .orElse(0);
  }
}
