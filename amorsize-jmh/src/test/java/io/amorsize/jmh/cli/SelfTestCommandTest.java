package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.runner.PlantedRuns;
import io.amorsize.jmh.runner.RecordedPlantedRuns;
import io.amorsize.result.JsonFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate's proof on forks that a test invents. */
class SelfTestCommandTest {

  @TempDir Path folder;

  private static CommandFixture selfTest(PlantedRuns runs, Object... arguments) {
    return CommandFixture.selfTest(log -> runs, arguments);
  }

  @Test
  void passesWhereTheDialActs() {
    CommandFixture run = selfTest(RecordedPlantedRuns.faithful()).exits(ExitCode.OK);
    assertThat(run.out())
        .contains("The unchanged copy passes, and the planted slowdown is caught.")
        .containsPattern("unchanged copy +compute .* same")
        .containsPattern("slowed x 1.5 +read +\\+[45][0-9.]+ % .* slower");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void failsWhereTheSlowdownIsNotSeen() {
    CommandFixture run = selfTest(RecordedPlantedRuns.taking(1, 1)).exits(ExitCode.REGRESSION);
    assertThat(run.outInOneLine())
        .contains("The unchanged copy passes, but the planted slowdown got through.");
  }

  @Test
  void failsWhereTheCopyIsCalledChanged() {
    for (double copy : new double[] {1.2, 0.8}) {
      CommandFixture run =
          selfTest(RecordedPlantedRuns.taking(copy, 1.5)).exits(ExitCode.REGRESSION);
      assertThat(run.outInOneLine())
          .contains("The unchanged copy was called changed, but the planted slowdown is caught.");
    }
    assertThat(selfTest(RecordedPlantedRuns.taking(1.2, 1)).exits(ExitCode.REGRESSION).out())
        .contains("was called changed, and the planted slowdown got through.");
  }

  @Test
  void writesJson() {
    Path output = folder.resolve("self-test.json");
    selfTest(RecordedPlantedRuns.faithful(), "--format", "json", "-o", output).exits(ExitCode.OK);
    JsonNode json = JsonFile.readTree(output);
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.self-test/1");
    assertThat(json.get("passed").booleanValue()).isTrue();
    assertThat(json.get("copy").findValuesAsText("verdict")).containsExactly("same", "same");
    assertThat(json.get("slowed").findValuesAsText("verdict")).containsExactly("slower", "slower");
    assertThat(json.at("/slowed/0/slowdown").doubleValue()).isBetween(1.49, 1.51);
    selfTest(RecordedPlantedRuns.taking(1, 1), "--format", "json", "-o", output)
        .exits(ExitCode.REGRESSION);
    JsonNode failed = JsonFile.readTree(output);
    assertThat(failed.get("passed").booleanValue()).isFalse();
    assertThat(failed.get("copy_passes").booleanValue()).isTrue();
    assertThat(failed.get("slowdown_caught").booleanValue()).isFalse();
  }

  @Test
  void isOneOfTheCommands() {
    assertThat(CommandFixture.run("self-test", "--help").exits(ExitCode.OK).out())
        .contains("Example: java -jar benchmarks.jar self-test");
    CommandFixture.run("self-test", "--format", "junit", "-o", folder).refusesWith("is a folder");
  }
}
