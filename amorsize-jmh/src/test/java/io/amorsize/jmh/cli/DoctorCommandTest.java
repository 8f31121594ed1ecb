package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.doctor.Depth;
import io.amorsize.doctor.HealthReport;
import io.amorsize.jmh.report.HealthReports;
import io.amorsize.result.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on hosts that a test invents. */
class DoctorCommandTest {

  @TempDir Path folder;

  private static CommandFixture doctor(HealthReport health, Object... arguments) {
    return CommandFixture.doctor(depth -> health, arguments);
  }

  private JsonNode json(HealthReport health) {
    Path output = folder.resolve("doctor.json");
    doctor(health, "--format", "json", "-o", output);
    return JsonFile.readTree(output);
  }

  @Test
  void theExitCodeIsTheGrade() {
    assertThat(doctor(HealthReports.excellent()).exits(ExitCode.OK).out())
        .endsWith(
            """
            Excellent: 1 of 1 checks pass, 0 errors.
            Next: measure, for example with 'suite'.
            """);
    doctor(HealthReports.good()).exits(ExitCode.OK);
    assertThat(doctor(HealthReports.poor()).exits(ExitCode.REGRESSION).outInOneLine())
        .contains("Poor: 2 of 3 checks pass, 1 error.")
        .contains("Next: put right what is listed, errors first; then run 'doctor' again.");
    assertThat(doctor(HealthReports.critical()).exits(ExitCode.REGRESSION).out())
        .contains("Critical: 1 of 3 checks pass, 1 error.");
  }

  @Test
  void showsTheTableThenWhatFailedThenWhatToDo() {
    CommandFixture run = doctor(HealthReports.good());
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().distinct())
        .containsExactly(
            "AMD EPYC, 4 processors, JDK 17 (Debian), Linux",
            "",
            "check                value          bar         result",
            "CPU quota            none           4.00 cores  pass",
            "turbo clock          on             off         note",
            "CPU governor         not told here  -           unknown",
            "wake-up of a thread  812 us         500 us      warning",
            "To put right:",
            "- warning: wake-up of a thread: 812 us (bar: 500 us); only passes of many times",
            "  that length gain from threads [slow-wake-up]",
            "Good to know:",
            "- turbo clock: on (bar: off); speedups stay below the number of cores",
            "  [cpu-turbo]",
            "Not told by this system, and not counted: CPU governor.",
            "Good: 9 of 10 checks pass, 0 errors.",
            "Next: put right what you can and measure, for example with 'suite'.");
  }

  @Test
  void errorsComeBeforeWarnings() {
    assertThat(
            doctor(HealthReports.critical())
                .out()
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(0, 9)))
        .containsExactly("- error: ", "- warning");
  }

  @Test
  void writesJson() {
    JsonNode json = json(HealthReports.good());
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.doctor/1");
    assertThat(json.get("grade").textValue()).isEqualTo("good");
    assertThat(json.get("passed").intValue()).isEqualTo(9);
    assertThat(json.get("failed").intValue()).isEqualTo(1);
    assertThat(json.get("errors").intValue()).isZero();
    assertThat(json.get("unknown").intValue()).isEqualTo(1);
    assertThat(json.at("/environment/cpu_model").textValue()).isEqualTo("AMD EPYC");
    assertThat(json.at("/environment/jvm_args/0").textValue()).isEqualTo("-Xint");
    assertThat(json.get("checks").findValuesAsText("code"))
        .hasSize(11)
        .endsWith("cpu-quota", "cpu-turbo", "cpu-governor", "slow-wake-up");
    JsonNode wakeUp = json.at("/checks/10");
    assertThat(wakeUp.get("check").textValue()).isEqualTo("wake-up of a thread");
    assertThat(wakeUp.get("result").textValue()).isEqualTo("warning");
    assertThat(wakeUp.get("value").textValue()).isEqualTo("812 us");
    assertThat(wakeUp.get("number").doubleValue()).isEqualTo(812_000);
    assertThat(wakeUp.get("barNumber").doubleValue()).isEqualTo(500_000);
    assertThat(wakeUp.get("unit").textValue()).isEqualTo("ns");
    assertThat(wakeUp.get("remedy").textValue()).startsWith("only passes of many times");
    JsonNode governor = json.at("/checks/9");
    assertThat(governor.get("number").isNull()).isTrue();
    assertThat(governor.get("unit").isNull()).isTrue();
    assertThat(governor.get("remedy").isNull()).isTrue();
    assertThat(json.get("findings").findValuesAsText("severity"))
        .containsExactly("warning", "info");
    assertThat(json.get("findings").findValuesAsText("code"))
        .containsExactly("slow-wake-up", "cpu-turbo");
  }

  @Test
  void writesMarkdown() {
    assertThat(doctor(HealthReports.poor(), "--format", "markdown").out())
        .startsWith("## Doctor\n\n**Poor: 2 of 3 checks pass, 1 error.**")
        .contains("| JIT compiler | interprets only | compiles | **error** |");
  }

  @Test
  void quickLooksForAShorterTime() {
    List<Depth> asked = new ArrayList<>();
    CommandFixture.doctor(depth -> health(asked, depth), "--quick").exits(ExitCode.OK);
    CommandFixture.doctor(depth -> health(asked, depth)).exits(ExitCode.OK);
    assertThat(asked).containsExactly(Depth.QUICK, Depth.FULL);
  }

  private static HealthReport health(List<Depth> asked, Depth depth) {
    asked.add(depth);
    return HealthReports.excellent();
  }

  @Test
  void examinesThisHost() {
    CommandFixture run = CommandFixture.run("doctor", "--quick", "--format", "text");
    assertThat(run.exitCode()).isIn(0, 1);
    assertThat(run.out()).contains("effective parallelism", "checks pass,");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void refusesFormsThatItDoesNotHave() {
    CommandFixture.run("doctor", "--quick", "--format", "junit")
        .refusesWith("--format junit is for comparisons");
    CommandFixture.run("doctor", "-o", folder).refusesWith("it is a folder");
    CommandFixture.run("doctor", "now").refusesWith("now");
  }
}
