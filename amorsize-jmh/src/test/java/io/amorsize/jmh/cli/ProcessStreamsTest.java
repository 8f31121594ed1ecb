package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.amorsize.jmh.cli.Terminal.Watched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process finds out about its own streams. */
class ProcessStreamsTest {

  /** What util-linux calls the command that runs another in a terminal of its own. */
  private static final Path SCRIPT = Path.of("/usr/bin/script");

  @TempDir Path folder;

  @Test
  void aPersonIsWhereTheConsoleIs() {
    assertThat(ProcessStreams.watched(true, () -> true)).isEqualTo(Watched.BOTH);
    assertThat(ProcessStreams.watched(true, () -> false)).isEqualTo(new Watched(true, false));
    assertThat(
            ProcessStreams.watched(
                false,
                () -> {
                  throw new AssertionError("nobody needs to know");
                }))
        .isEqualTo(Watched.NONE);
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "10, 80", "999, 160", "wide, 80"})
  void theWidthIsWhatTheEnvironmentSays(String columns, int width) {
    assertThat(ProcessStreams.width(Watched.BOTH, Map.of("COLUMNS", columns))).isEqualTo(width);
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource(
      delimiter = '|',
      value = {
        "''| Watched[out=true, err=true]",
        "2>log | Watched[out=true, err=false]",
        "2>/dev/null | Watched[out=true, err=false]",
        ">document | Watched[out=false, err=false]",
        "</dev/null | Watched[out=false, err=false]"
      })
  void findsOutWhatIsRedirected(String redirected, String watched)
      throws IOException, InterruptedException {
    assumeThat(SCRIPT).as("util-linux's script is not here").isExecutable();
    Path answer = folder.resolve("answer");
    String java =
        String.join(
            " ",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            Shown.class.getName().replace("$", "\\$"),
            answer.toString(),
            redirected);
    ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "-qec", java, "typescript");
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("said"))).isZero();
    assertThat(answer).hasContent(watched);
  }

  /** A program that writes what it found out to a file. */
  static final class Shown {

    private Shown() {}

    public static void main(String[] arguments) throws IOException {
      Files.writeString(Path.of(arguments[0]), ProcessStreams.watched().toString());
    }
  }
}
