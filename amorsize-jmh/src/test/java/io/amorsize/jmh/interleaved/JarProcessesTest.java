package io.amorsize.jmh.interleaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.result.ResultFormatException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JMH processes that are really started; each is as short as JMH lets it be. */
class JarProcessesTest {

  private static final String BENCHMARKS = JarBenchmarks.class.getName();
  private static final String FAULTY = FaultyBenchmarks.class.getName();

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private JarProcesses processes;

  @BeforeEach
  void open() {
    processes =
        new JarProcesses(new PrintStream(said, true, StandardCharsets.UTF_8), folder.resolve("w"));
  }

  private static JarSide side() {
    return JarSide.of(System.getProperty("java.class.path"));
  }

  private static JarForkRequest request(JarSide side, String method, Map<String, String> params) {
    return new JarForkRequest(
        side,
        new BenchmarkUnit(BENCHMARKS + "." + method, new TreeMap<>(params)),
        ForkIterations.OWN,
        List.of(),
        Duration.ofMinutes(1));
  }

  private List<BenchmarkUnit> list(JarSide side, String... arguments) {
    return processes.list(side, JmhArguments.parse(List.of(arguments)));
  }

  @Test
  void unitsAreAllCombinationsOfParameters() {
    assertThat(list(side(), BENCHMARKS + ".(two|own)"))
        .map(BenchmarkUnit::toString)
        .containsExactlyInAnyOrder(
            BENCHMARKS + ".ownArguments",
            BENCHMARKS + ".twoModes {label=a b, tokens=100}",
            BENCHMARKS + ".twoModes {label=a b, tokens=1000}",
            BENCHMARKS + ".twoModes {label=x=y, tokens=100}",
            BENCHMARKS + ".twoModes {label=x=y, tokens=1000}");
  }

  @Test
  void parametersAreNarrowedAndLeftToTheSide() {
    JarSide side = side().withParams(Map.of("label", "z"));
    assertThat(list(side, BENCHMARKS + ".two", "-p", "tokens=7"))
        .containsExactly(
            new BenchmarkUnit(BENCHMARKS + ".twoModes", new TreeMap<>(Map.of("tokens", "7"))));
    assertThat(list(side, "nothing")).isEmpty();
    assertThatThrownBy(() -> list(side, BENCHMARKS + ".fails"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("none of the selected benchmarks has a parameter 'label'");
  }

  @Test
  void whatCannotBeListedIsToldInASentence() throws IOException {
    Path noJar = Files.writeString(folder.resolve("no.jar"), "text");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> list(side(), "(a"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("Unclosed group");
    assertThatThrownBy(() -> list(JarSide.of(noJar.toString())))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("is no jar that can be read");
    assertThatThrownBy(() -> list(JarSide.of(empty.toString())))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("holds no JMH");
    assertThatThrownBy(() -> list(JarSide.of(librariesOnly())))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("holds no list of benchmarks");
  }

  private static String librariesOnly() {
    String separator = File.pathSeparator;
    return String.join(
        separator,
        Arrays.stream(System.getProperty("java.class.path").split(separator))
            .filter(part -> part.matches(".*(jmh-core|jopt-simple|commons-math3)[^/]*\\.jar"))
            .toList());
  }

  @Test
  void aForkIsMeasuredInAllModesWithItsWarmup() {
    JarSide side = side().withParams(Map.of("label", "x=y")).withJvmArgs(List.of("-Dq=a b"));
    JarForkResult result = processes.run(request(side, "twoModes", Map.of("tokens", "1000")));
    assertThat(result.rows())
        .map(row -> row.path("mode").asText())
        .containsExactly("thrpt", "avgt");
    assertThat(result.rows())
        .allSatisfy(
            row -> {
              assertThat(row.at("/params/tokens").asText()).isEqualTo("1000");
              assertThat(row.at("/params/label").asText()).isEqualTo("x=y");
              assertThat(row.at("/primaryMetric/rawData/0")).hasSize(3);
            });
    assertThat(result.warmups().get(1)).hasSize(2);
    assertThat(result.warmups().get(1)[1]).isGreaterThan(1);
    assertThat(result.elapsed()).isBetween(Duration.ofMillis(60), Duration.ofMinutes(1));
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Iteration   3")
        .doesNotContain("again");
    assertThat(folder.resolve("w")).isEmptyDirectory();
  }

  @Test
  void argumentsOfTheSideHaveTheLastWord() {
    JarSide side = side().withJvmArgs(List.of("-Dq=a b", "-Dfactor=side"));
    JarForkRequest request =
        new JarForkRequest(
            side,
            new BenchmarkUnit(BENCHMARKS + ".ownArguments", new TreeMap<>()),
            new ForkIterations(
                OptionalInt.of(0), OptionalInt.of(1), Optional.of(Duration.ofMillis(5))),
            List.of("-wi", "9", "-w", "9", "-tu", "us", "-t", "2"),
            Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) {
      JarForkResult result = processes.run(request);
      assertThat(result.rows().get(0).path("jvmArgs").valueStream().map(arg -> arg.asText()))
          .containsExactly(
              "-Dprepended=1", "-Xmx128m", "-Dfactor=annotated", "-Dq=a b", "-Dfactor=side");
      assertThat(result.rows().get(0).path("warmupIterations").asInt()).isZero();
      assertThat(result.rows().get(0).path("measurementTime").asText()).isEqualTo("5 ms");
      assertThat(result.rows().get(0).path("threads").asInt()).isEqualTo(2);
      assertThat(result.warmups().get(0)).isEmpty();
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce(": again, with the JVM");
  }

  @Test
  void aForkThatFailsSaysWhy() {
    assertThatThrownBy(() -> processes.run(request(side(), "fails", Map.of())))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessage(BENCHMARKS + ".fails: java.lang.IllegalStateException: broken on purpose");
    JarForkRequest quiet =
        new JarForkRequest(
            side(),
            new BenchmarkUnit(BENCHMARKS + ".fails", new TreeMap<>()),
            ForkIterations.OWN,
            List.of("-foe", "false"),
            Duration.ofMinutes(1));
    assertThatThrownBy(() -> processes.run(quiet))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageContaining("broken on purpose");
  }

  @ParameterizedTest
  @DisabledOnOs(OS.WINDOWS)
  @CsvSource({
    "fails, PT1M, java.lang.IllegalStateException: broken on purpose",
    "exits, PT1M, 'failure: VM prematurely exited before JMH had finished with it'",
    "fillsMemory, PT1M, java.lang.OutOfMemoryError: Java heap space",
    "dies, PT1M, forked VM failed with exit code 137",
    "hangs, PT4S, 'no result after 4 s, its processes were killed'",
  })
  void howeverAForkDiesTheNextOneRuns(String method, Duration timeout, String message) {
    assertThatThrownBy(() -> processes.run(faulty(method, timeout)))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageStartingWith(FAULTY + "." + method + ": " + message);
    assertThat(folder.resolve("w")).isEmptyDirectory();
    assertThat(processes.run(faulty("fine", Duration.ofMinutes(1))).rows()).hasSize(1);
  }

  private static JarForkRequest faulty(String method, Duration timeout) {
    return new JarForkRequest(
        side(),
        new BenchmarkUnit(FAULTY + "." + method, new TreeMap<>()),
        ForkIterations.OWN,
        List.of(),
        timeout);
  }

  @Test
  void aValueWithACommaRunsWhereItIsTheOnlyOne() {
    BenchmarkUnit alone = list(side(), BENCHMARKS + ".comma$").get(0);
    assertThat(alone.params()).containsExactly(Map.entry("numbers", "1,2"));
    JarForkResult result = processes.run(request(side(), "comma", alone.params()));
    assertThat(result.rows().get(0).at("/params/numbers").asText()).isEqualTo("1,2");

    BenchmarkUnit among = list(side(), BENCHMARKS + ".commas$").get(0);
    assertThat(among.params()).containsExactly(Map.entry("numbers", "1,2"));
    assertThatThrownBy(() -> processes.run(request(side(), "commas", among.params())))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageContaining("parameter numbers has the value '1,2' among others")
        .hasMessageContaining("leave the benchmark out with -e");
  }
}
