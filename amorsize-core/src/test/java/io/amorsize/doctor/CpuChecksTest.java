package io.amorsize.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.host.CpuScaling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a host gives of its CPUs. */
class CpuChecksTest {

  private final Patient host = new Patient();

  private static void assertAnswer(Answer answer, Outcome outcome, String value, String bar) {
    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.value().text()).isEqualTo(value);
    assertThat(answer.bar().text()).isEqualTo(bar);
  }

  private static CpuScaling governor(String driver, String... governors) {
    return new CpuScaling(List.of(governors), Optional.of(driver), Optional.empty());
  }

  @Test
  void oneProcessorIsAnError() {
    host.processors = 1;
    assertAnswer(host.asked(new ProcessorCount()), Outcome.ERROR, "1 of 4", "at least 2");
    host.processors = 2;
    assertAnswer(host.asked(new ProcessorCount()), Outcome.PASS, "2 of 4", "at least 2");
  }

  @Test
  void affinityToOneCpuIsAnErrorToAFewIsANote() {
    host.allowed = OptionalInt.of(1);
    assertAnswer(host.asked(new CpuAffinity()), Outcome.ERROR, "1 of 4 CPUs", "at least 2");
    host.allowed = OptionalInt.of(2);
    assertAnswer(host.asked(new CpuAffinity()), Outcome.NOTE, "2 of 4 CPUs", "at least 2");
  }

  @Test
  void aMachineWithOneCpuIsNotPinned() {
    host.online = OptionalInt.of(1);
    host.allowed = OptionalInt.of(1);
    assertAnswer(host.asked(new CpuAffinity()), Outcome.PASS, "1 of 1 CPUs", "at least 1");
  }

  @Test
  void threadsOfOneCoreAreNoCores() {
    host.allowedCores = OptionalInt.of(2);
    assertAnswer(
        host.asked(new CoresBehindProcessors()), Outcome.NOTE, "2 cores", "one for each of 4");
    host.allowedCores = OptionalInt.of(1);
    assertAnswer(
        host.asked(new CoresBehindProcessors()), Outcome.WARNING, "1 core", "one for each of 4");
    host.allowedCores = OptionalInt.empty();
    host.physicalCores = 2;
    assertAnswer(
        host.asked(new CoresBehindProcessors()), Outcome.NOTE, "2 cores", "one for each of 4");
  }

  @ParameterizedTest
  @CsvSource({"3.5, WARNING", "0.5, WARNING", "4, PASS", "4.5, PASS"})
  void aQuotaBelowTheProcessorsFails(double quota, Outcome outcome) {
    host.quota = OptionalDouble.of(quota);
    assertThat(host.asked(new CpuQuota()).outcome()).isEqualTo(outcome);
    assertThat(host.asked(new CpuQuota()).bar().text()).isEqualTo("at least 4.00 cores");
    assertThat(host.asked(new CpuQuota()).value().number()).hasValue(quota);
  }

  @Test
  void noQuotaPasses() {
    assertAnswer(host.asked(new CpuQuota()), Outcome.PASS, "none", "at least 4.00 cores");
  }

  @Test
  void everyStopByTheQuotaFails() {
    host.throttled = OptionalLong.of(1);
    assertAnswer(host.asked(new Throttling()), Outcome.WARNING, "1 times", "at most 0 times");
  }

  @ParameterizedTest
  @CsvSource({"3.60, PASS", "3.59, WARNING", "3.00, WARNING", "2.99, ERROR", "0.80, ERROR"})
  void missingCoresByTheirShare(double parallelism, Outcome outcome) {
    // The middle one counts: a neighbour that came once does not.
    host.rulers = Patient.rulers(4, 3.99, parallelism, 0.5);
    Answer answer = host.asked(new EffectiveParallelism());
    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.value().number()).hasValue(parallelism);
    assertThat(answer.bar().text()).isEqualTo("at least 3.60 cores");
  }

  @Test
  void oneCoreHasNoParallelism() {
    host.rulers = List.of();
    assertThat(host.asked(new EffectiveParallelism()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"0.03, PASS", "0.031, WARNING", "0.5, WARNING"})
  void stolenTime(double share, Outcome outcome) {
    host.stolen = OptionalDouble.of(share);
    assertThat(host.asked(new StealTime()).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"0.5, PASS", "0.51, WARNING", "1.0, WARNING", "1.01, ERROR"})
  void whatOthersTakeOfOurCpus(double cores, Outcome outcome) {
    host.others = OptionalDouble.of(cores);
    assertThat(host.asked(new OtherProcesses()).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"12.5, PASS", "12.6, WARNING", "13.1, ERROR"})
  void whatOthersTakeBesideOurCpusIsTheirs(double cores, Outcome outcome) {
    host.online = OptionalInt.of(16);
    host.others = OptionalDouble.of(cores);
    Answer answer = host.asked(new OtherProcesses());
    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.bar().text()).isEqualTo("at most 12.50 cores");
  }

  @Test
  void moreProcessesThanProcessors() {
    host.load = OptionalDouble.of(4);
    assertAnswer(host.asked(new LoadAverage()), Outcome.PASS, "4.00", "at most 4.00");
    host.load = OptionalDouble.of(4.01);
    assertAnswer(host.asked(new LoadAverage()), Outcome.WARNING, "4.01", "at most 4.00");
  }

  @Test
  void governorsThatFollowTheLoadAreANoteAndALowClockAWarning() {
    host.scaling = governor("intel_pstate", "powersave");
    assertAnswer(host.asked(new CpuGovernor()), Outcome.NOTE, "powersave", "performance");
    host.scaling = governor("acpi-cpufreq", "schedutil");
    assertAnswer(host.asked(new CpuGovernor()), Outcome.NOTE, "schedutil", "performance");
    host.scaling = governor("acpi-cpufreq", "performance", "powersave");
    assertAnswer(
        host.asked(new CpuGovernor()), Outcome.WARNING, "performance, powersave", "performance");
    assertThat(host.asked(new CpuGovernor()).remedy()).contains("lowest clock");
  }

  @Test
  void turboIsANote() {
    host.scaling = new CpuScaling(List.of(), Optional.empty(), Optional.of(true));
    assertAnswer(host.asked(new Turbo()), Outcome.NOTE, "on", "off");
  }

  @Test
  void moreProcessorsThanThereAreShare() {
    host.jvmArgs = List.of("-XX:ActiveProcessorCount=2", "-XX:ActiveProcessorCount=8");
    assertAnswer(
        host.asked(new ProcessorOverride()),
        Outcome.WARNING,
        "8 processors",
        "at most 4 processors");
    host.jvmArgs = List.of("-XX:ActiveProcessorCount=2");
    assertAnswer(
        host.asked(new ProcessorOverride()), Outcome.NOTE, "2 processors", "at most 4 processors");
    host.allowed = OptionalInt.empty();
    assertThat(host.asked(new ProcessorOverride()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
