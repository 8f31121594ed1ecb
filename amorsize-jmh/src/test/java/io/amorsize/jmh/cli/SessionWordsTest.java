package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session says: of its sides, in columns, and of names that somebody else chose. */
class SessionWordsTest {

  private static final String FAST = SessionPlace.FAST;
  private static final String HOSTILE = "org.evil.Bench.\u001b[2J<img src=x onerror=alert(1)>|`";

  @TempDir Path folder;
  private SessionPlace place;

  @BeforeEach
  void twoJars() throws IOException {
    place = SessionPlace.in(folder);
  }

  private CommandFixture oneJar(ScriptedForks forks, Object... arguments) {
    Object[] all = new Object[1 + arguments.length];
    all[0] = place.base();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandFixture.session(forks, place.command("ab", all));
  }

  private RecordedComparison comparison() throws IOException {
    return ComparisonFile.read(place.session("ab").resolve("comparison.json"));
  }

  @Test
  void headlineAndTableFitTheTerminal() {
    CommandFixture run = place.ab(SessionPlace.oneSlower()).exits(ExitCode.REGRESSION);
    assertThat(run.out()).startsWith("1 slower, 0 faster, 1 same, 0 cannot tell; ");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(run.out()).containsPattern("(?m)^slow .* \\+\\d\\d\\.\\d% .*slower$");
    assertThat(run.outInOneLine()).contains("All rows: package org.acme, mode avgt");
  }

  @Test
  void aParameterSetsOneJarApart() throws IOException {
    ScriptedForks forks = ScriptedForks.of(FAST).slower(FAST, "dial=1.3", 1.3);
    oneJar(forks, "--baseline-param", "dial=1", "--candidate-param", "dial=1.3")
        .exits(ExitCode.REGRESSION);
    assertThat(comparison().base()).isEqualTo(place.base() + " dial=1");
    assertThat(comparison().current()).isEqualTo(place.base() + " dial=1.3");
    assertThat(comparison().rows()).hasSize(1);
    assertThat(comparison().rows().get(0).key().params()).isEmpty();
  }

  @Test
  void aJvmSetsOneJarApart() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    oneJar(ScriptedForks.of(FAST), "--candidate-jvm", home).exits(ExitCode.OK);
    assertThat(comparison().base()).isEqualTo(place.base().toString());
    assertThat(comparison().current()).isEqualTo(place.base() + " on " + home);
  }

  @Test
  void anotherJdkIsPartOfWhatWasComparedAndNoAdvice() {
    ScriptedForks forks = SessionPlace.oneSlower().jdk("new.jar", "24.0.1");
    CommandFixture run = place.ab(forks).exits(ExitCode.REGRESSION);
    assertThat(run.outInOneLine())
        .contains("that is part of what was compared [jdk-differs]")
        .doesNotContain("advice");
  }

  @Test
  void otherJvmArgumentsAreNoAdviceEither() {
    ScriptedForks forks = ScriptedForks.of(FAST).slower(FAST, "-Xint", 1.3);
    CommandFixture run = oneJar(forks, "--candidate-jvm-args", "-Xint").exits(ExitCode.REGRESSION);
    assertThat(run.outInOneLine())
        .contains("that is part of what was compared [jvm-args-differ]")
        .doesNotContain("advice");
  }

  @Test
  void namesAreDataInEveryForm() throws IOException {
    ScriptedForks forks =
        ScriptedForks.of(HOSTILE, FAST)
            .param("size", "1\u001b[31m\r\n::error::<b>")
            .slower(HOSTILE, "new.jar", 1.3);
    CommandFixture run = place.ab(forks).exits(ExitCode.REGRESSION);
    assertThat(run.out() + run.err()).doesNotContain("\u001b").doesNotContain("\n::error::");
    assertThat(Files.readString(place.session("ab").resolve("report.md")))
        .doesNotContain("\u001b")
        .doesNotContain("<img")
        .doesNotContain("<b>")
        .doesNotContain("\n::error::");
    assertThat(comparison().open())
        .extracting(row -> row.key().benchmark())
        .containsExactly(HOSTILE);
  }

  @Test
  void aFailedNameIsDataToo() throws IOException {
    ScriptedForks forks = ScriptedForks.of(HOSTILE).failing(HOSTILE, 2);
    CommandFixture run = place.ab(forks).exits(ExitCode.RUN_FAILED);
    assertThat(run.out() + run.err()).doesNotContain("\u001b");
    assertThat(Files.readString(place.session("ab").resolve("report.md")))
        .doesNotContain("\u001b")
        .doesNotContain("<img");
  }
}
