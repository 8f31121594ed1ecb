package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarkJarTest {

  @TempDir Path folder;

  @Test
  void aJarEndsSoAndIsAZip() throws IOException {
    assertThat(BenchmarkJar.isJar(TestJars.benchmarks(folder.resolve("a.jar"), "x"))).isTrue();
    assertThat(BenchmarkJar.isJar(TestJars.benchmarks(folder.resolve("B.JAR"), "x"))).isTrue();
    assertThat(BenchmarkJar.isJar(TestJars.benchmarks(folder.resolve("a.zip"), "x"))).isFalse();
    assertThat(BenchmarkJar.isJar(Files.writeString(folder.resolve("b.jar"), "no"))).isFalse();
    assertThat(BenchmarkJar.isJar(Files.createDirectory(folder.resolve("c.jar")))).isFalse();
    assertThat(BenchmarkJar.isJar(folder.resolve("none.jar"))).isFalse();
  }

  @Test
  void knowsWhatAClassCameFrom() {
    assertThat(BenchmarkJar.holding(CommandLine.class).orElseThrow().getFileName().toString())
        .startsWith("picocli");
    assertThat(BenchmarkJar.holding(Main.class)).isEmpty();
    assertThat(BenchmarkJar.holding(String.class)).isEmpty();
  }

  @Test
  void tellsWhyAJarCannotBeRun() throws IOException {
    Path good = TestJars.benchmarks(folder.resolve("good.jar"), "x");
    assertThat(BenchmarkJar.required(good)).isEqualTo(good);
    refuses(folder.resolve("none.jar"), ": there is no such jar");
    refuses(Files.writeString(folder.resolve("text.jar"), "no"), ": is not a jar: ");
    refuses(
        TestJars.with(folder.resolve("library.jar"), "a.txt", ""),
        ": holds no JMH benchmarks, there is no META-INF/BenchmarkList in it");
  }

  private static void refuses(Path jar, String sentence) {
    assertThatThrownBy(() -> BenchmarkJar.required(jar))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(jar + sentence);
  }
}
