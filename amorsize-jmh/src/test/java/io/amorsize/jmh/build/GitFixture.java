package io.amorsize.jmh.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A repository in which each commit holds a prepared jar that its build copies into place. */
final class GitFixture {

  /** The file that is committed; its name does not end in .jar, as sources do not. */
  static final String PREPARED = "prepared.bin";

  /** Copies the prepared jar. */
  static final String BUILD = "mkdir -p target && cp prepared.bin target/benchmarks.jar";

  final Path folder;
  final Path jars;
  final List<String> said = new ArrayList<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

  GitFixture(Path temporary) throws IOException {
    assumeTrue(hasGit(), "git is not installed: these tests need it");
    folder = Files.createDirectories(temporary.resolve("repository"));
    jars = temporary.resolve("jars");
    git("init", "-q", "-b", "main");
  }

  private static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs git in the repository, which must succeed. */
  String git(String... arguments) {
    return git(folder, arguments);
  }

  static String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=Ann"));
    command.addAll(List.of("-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"));
    command.addAll(List.of("-c", "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(command + ": " + out).isZero();
      return out.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Commits a jar that says which version it is, and returns the commit's hash. */
  String commit(String version) throws IOException {
    Files.write(folder.resolve(PREPARED), jar(version));
    return commitAll("Version " + version);
  }

  String commitAll(String subject) {
    git("add", "--all");
    git("commit", "-q", "-m", subject);
    return git("rev-parse", "HEAD");
  }

  /** A benchmark jar that says which version it is. */
  static byte[] jar(String version) throws IOException {
    return zip("META-INF/BenchmarkList", version);
  }

  static byte[] zip(String entry, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** The version that a jar says it is. */
  static String version(CommitBuilds.BuiltJar built) throws IOException {
    try (ZipFile zip = new ZipFile(built.jar().toFile());
        InputStream in = zip.getInputStream(zip.getEntry("META-INF/BenchmarkList"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  CommitBuilds.Settings settings(String range, String build) {
    return settings(folder, range, build, Optional.empty());
  }

  CommitBuilds.Settings settings(Path where, String range, String build, Optional<String> pattern) {
    PrintStream log = new PrintStream(logged, true, StandardCharsets.UTF_8);
    return new CommitBuilds.Settings(where, range, build, pattern, jars, log, said::add);
  }

  CommitBuilds.Pair build(String range) {
    return build(range, BUILD);
  }

  CommitBuilds.Pair build(String range, String command) {
    return CommitBuilds.build(settings(range, command));
  }

  CommitBuilds.Pair buildWithPattern(String range, String command, String pattern) {
    return CommitBuilds.build(settings(folder, range, command, Optional.of(pattern)));
  }

  String log() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  /** How many builds were started. */
  long builds() {
    return said.stream().filter(line -> line.startsWith("building ")).count();
  }

  /** Checks that no worktree but the user's is left, and no branch was made. */
  void requireNoTraces() {
    assertThat(git("worktree", "list").lines()).hasSize(1);
    Path administration = folder.resolve(".git/worktrees");
    if (Files.exists(administration)) {
      try (Stream<Path> left = Files.list(administration)) {
        assertThat(left).isEmpty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
