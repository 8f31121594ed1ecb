package io.amorsize.jmh.interleaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.runner.BenchmarkFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong with processes, played by shell scripts in place of java. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(30)
class FakeJavaTest {

  /** A process with a child, as JMH with its fork; the child's number goes to a file. */
  private static final String HANGS = "sleep 600 & echo $! > \"$0.child\"; wait";

  private static final String RESULTS = "for a; do case $a in */.fork-*) out=$a;; esac; done; ";

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;
  private JarProcesses processes;

  @BeforeEach
  void open() {
    processes = processes(OutputStream.nullOutputStream());
  }

  private JarProcesses processes(OutputStream log) {
    return new JarProcesses(new PrintStream(log, true, StandardCharsets.UTF_8), folder);
  }

  private JarForkRequest request(String script, Duration timeout) throws IOException {
    Path java = folder.resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return new JarForkRequest(
        JarSide.of(java.toString()).withJava(java),
        new BenchmarkUnit("a.B.c", new TreeMap<>()),
        ForkIterations.OWN,
        List.of(),
        timeout);
  }

  private ProcessHandle child() throws Exception {
    Path file = folder.resolve("java.child");
    while (!Files.exists(file) || Files.readString(file).isBlank()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
  }

  private static void assertDies(ProcessHandle process) throws Exception {
    for (int i = 0; i < 1000 && isAlive(process); i++) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(isAlive(process)).isFalse();
  }

  /** One that is dead but not yet collected by its parent has no command. */
  private static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  @Test
  void aForkThatHangsIsKilledWithItsChildren() throws Exception {
    JarForkRequest request = request(HANGS, Duration.ofMillis(700));
    assertThatThrownBy(() -> processes.run(request))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessage("a.B.c: no result after 700 ms, its processes were killed");
    assertDies(child());
    assertThat(folder.resolve(RunningFile.NAME)).doesNotExist();
  }

  @Test
  void stoppingKillsWhatRunsAndLetsNothingFollow() throws Exception {
    JarForkRequest request = request(HANGS, LONG);
    CompletableFuture<JarForkResult> run =
        CompletableFuture.supplyAsync(() -> processes.run(request));
    ProcessHandle child = child();
    processes.stop();
    assertThatThrownBy(run::join).hasRootCauseMessage("stopped");
    assertDies(child);
    assertThatThrownBy(() -> processes.run(request)).hasMessage("stopped");
  }

  @Test
  void whatAKilledSessionLeftBehindIsKilled() throws Exception {
    JarForkRequest request = request(HANGS, LONG);
    CompletableFuture<JarForkResult> run =
        CompletableFuture.supplyAsync(() -> processes.run(request));
    ProcessHandle child = child();
    while (!Files.exists(folder.resolve(RunningFile.NAME))) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(processes(OutputStream.nullOutputStream()).killLeftOver()).isTrue();
    assertDies(child);
    assertThatThrownBy(run::join).hasMessageContaining("exit code 137");
    assertThat(processes.killLeftOver()).isFalse();
  }

  @Test
  void whatJmhHadBegunToWriteIsRemoved() throws IOException {
    Path begun = Files.writeString(folder.resolve(".fork-7.tmp"), "[");
    Path other = Files.writeString(folder.resolve("notes.json"), "{}");
    assertThat(processes.killLeftOver()).isFalse();
    assertThat(begun).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void aProcessThatOnlyHasTheNumberOfTheRecordedOneIsLeftAlone() throws Exception {
    ProcessHandle own = ProcessHandle.current();
    Path file = folder.resolve(RunningFile.NAME);
    Files.writeString(
        file, "{\"pid\": " + own.pid() + ", \"startInstant\": \"2001-02-03T04:05:06Z\"}");
    assertThat(processes.killLeftOver()).isFalse();
    assertThat(file).doesNotExist();
    Files.writeString(file, "{\"pid\":");
    assertThat(processes.killLeftOver()).isFalse();
  }

  static Stream<Arguments> failures() {
    String row =
        "echo '[{\"benchmark\":\"a.B.c\",\"mode\":\"ss\",\"primaryMetric\":{\"rawData\":[[%s]]}}]'"
            + " > $out; ";
    return Stream.of(
        Arguments.of("exit 7", "JMH ended with exit code 7"),
        Arguments.of("kill -9 $$", "JMH ended with exit code 137"),
        Arguments.of("exit 0", "JMH wrote no result"),
        Arguments.of("echo '[' > $out", "JMH's result is no JSON"),
        Arguments.of("echo '[]' > $out", "JMH wrote no result"),
        Arguments.of("echo '[{\"benchmark\": \"a.B.d\"}]' > $out", "JMH measured a.B.d"),
        Arguments.of("echo 'no space'; exit 3", "no space"),
        Arguments.of(
            String.format(Locale.ROOT, row, "\"NaN\""), "JMH's result of mode ss holds no numbers"),
        Arguments.of(String.format(Locale.ROOT, row, 1) + "exit 1", "JMH ended with exit code 1"),
        Arguments.of(
            String.format(Locale.ROOT, row, 1)
                + "echo '# Benchmark: a.B.c'; echo '# Benchmark: a.B.c'",
            "JMH wrote no result"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aForkWithoutAResultFails(String script, String reason) throws Exception {
    JarForkRequest request = request(RESULTS + script, LONG);
    assertThatThrownBy(() -> processes.run(request))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessage("a.B.c: " + reason);
  }

  @Test
  void outputWithoutLineBreaksIsCut() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    JarForkRequest request = request("head -c 50000 /dev/zero | tr '\\0' x; exit 1", LONG);
    assertThatThrownBy(() -> processes(said).run(request))
        .isInstanceOf(BenchmarkFailedException.class)
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(400));
    assertThat(said.size()).isEqualTo(OutputLines.MOST_CHARACTERS + 1);
  }

  @Test
  void aJavaThatCannotBeStartedIsTold() throws Exception {
    JarForkRequest request = request("exit 0", LONG);
    assertThat(folder.resolve("java").toFile().delete()).isTrue();
    assertThatThrownBy(() -> processes.run(request))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageContaining("cannot be started");
  }
}
