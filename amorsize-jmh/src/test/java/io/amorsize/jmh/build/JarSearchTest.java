package io.amorsize.jmh.build;

import static io.amorsize.jmh.build.GitFixture.BUILD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.build.CommitBuilds.Pair;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JarSearchTest {

  @TempDir Path temporary;
  private GitFixture git;

  @BeforeEach
  void makeRepository() throws IOException {
    git = new GitFixture(temporary);
    git.commit("1");
  }

  @AfterEach
  void nothingIsLeftInTheRepository() {
    git.requireNoTraces();
  }

  private static String copyTo(String... jars) {
    StringBuilder build = new StringBuilder("true");
    for (String jar : jars) {
      build.append(" && mkdir -p \"$(dirname '").append(jar).append("')\"");
      build.append(" && cp prepared.bin '").append(jar).append("'");
    }
    return build.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmarks.jar",
        "target/benchmarks.jar",
        "a/b/target/benchmarks.jar",
        "build/libs/acme-1.0-jmh.jar",
        "module/build/libs/acme-jmh.jar",
        "module/target/acme-benchmarks.jar",
        "target/jars/acme-benchmarks.jar",
      })
  void knowsTheUsualNames(String jar) throws IOException {
    assertThat(GitFixture.version(git.build("HEAD", copyTo(jar, "target/acme.jar")).head()))
        .isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme-jmh.jar", "out/acme-benchmarks.jar", "target/acme.jar"})
  void doesNotGuessAtOtherNames(String jar) {
    assertThatThrownBy(() -> git.build("HEAD", copyTo(jar)))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("Version 1 left no benchmark jar")
        .hasMessageContaining("there are: " + jar + "; say which with --jar GLOB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out/*.jar", "**/acme*.jar", "**.jar", "out/{acme,other}-1.jar"})
  void takesThePatternOfTheUser(String pattern) throws IOException {
    Pair pair = git.buildWithPattern("HEAD", copyTo("out/acme-1.jar"), pattern);
    assertThat(GitFixture.version(pair.head())).isEqualTo("1");
  }

  @Test
  void twoStarsAndASlashAlsoMeanTheRoot() throws IOException {
    Pair pair = git.buildWithPattern("HEAD", copyTo("acme.jar"), "**/acme.jar");
    assertThat(GitFixture.version(pair.head())).isEqualTo("1");
  }

  @Test
  void severalJarsAreNotChosenAmong() {
    String[] jars = new String[7];
    for (int i = 0; i < jars.length; i++) {
      jars[i] = "m" + i + "/target/benchmarks.jar";
    }
    assertThatThrownBy(() -> git.build("HEAD", copyTo(jars)))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("more than one jar")
        .hasMessageContaining("m0/target/benchmarks.jar, ")
        .hasMessageContaining("m4/target/benchmarks.jar and 2 more; say which with --jar GLOB")
        .hasMessageNotContaining("m5/");
  }

  @Test
  void aJarWithoutBenchmarksIsNone() throws IOException {
    Files.write(git.folder.resolve(GitFixture.PREPARED), GitFixture.zip("a/B.class", "x"));
    git.commitAll("No benchmarks");
    assertThatThrownBy(() -> git.build("HEAD"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("there are: target/benchmarks.jar");
    assertThatThrownBy(() -> git.build("HEAD", "mkdir target; echo x > target/benchmarks.jar"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("there are: target/benchmarks.jar");
    assertThatThrownBy(() -> git.build("HEAD", "true"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("there is no jar at all");
  }

  @Test
  void aCommittedJarIsNotTakenForABuiltOne() throws IOException {
    Files.createDirectories(git.folder.resolve("lib"));
    Files.write(git.folder.resolve("lib/benchmarks.jar"), GitFixture.jar("old"));
    git.commitAll("A jar");
    assertThat(GitFixture.version(git.build("HEAD").head())).isEqualTo("1");
    assertThatThrownBy(() -> git.build("HEAD", "true"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("no benchmark jar")
        .hasMessageContaining("there are: lib/benchmarks.jar");
    Pair rebuilt = git.build("HEAD", "cp prepared.bin lib/benchmarks.jar");
    assertThat(GitFixture.version(rebuilt.head())).isEqualTo("1");
  }

  @Test
  void aBrokenPatternIsToldBeforeAnythingIsBuilt() {
    assertThatThrownBy(() -> git.buildWithPattern("HEAD", BUILD, "target/{a"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("is no pattern for a jar");
    assertThat(git.builds()).isZero();
  }
}
