package io.amorsize.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.finding.FindingCode;
import io.amorsize.host.CpuScaling;
import io.amorsize.host.MemoryFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every check. */
class HealthyHostTest {

  static List<Check> checks() {
    return Check.ALL;
  }

  @ParameterizedTest
  @MethodSource("checks")
  void passesOnAHealthyHost(Check check) {
    Answer answer = new Patient().asked(check);
    assertThat(answer.outcome()).isEqualTo(Outcome.PASS);
    assertThat(answer.remedy()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void fitsIntoItsColumns(Check check) {
    Answer answer = new Patient().asked(check);
    assertThat(check.subject()).hasSizeLessThanOrEqualTo(23);
    assertThat(answer.bar().text()).hasSizeLessThanOrEqualTo(22);
    assertThat(answer.value().text()).hasSizeLessThanOrEqualTo(22);
  }

  @Test
  void eachAsksAboutSomethingElse() {
    assertThat(Check.ALL).extracting(Check::code).doesNotHaveDuplicates();
    assertThat(Check.ALL).extracting(Check::subject).doesNotHaveDuplicates();
  }

  @Test
  void whatTheSystemDoesNotTellIsUnknown() {
    Patient silent = new Patient();
    silent.online = OptionalInt.empty();
    silent.allowed = OptionalInt.empty();
    silent.allowedCores = OptionalInt.empty();
    silent.quota = OptionalDouble.empty();
    silent.load = OptionalDouble.empty();
    silent.scaling = new CpuScaling(List.of(), Optional.empty(), Optional.empty());
    silent.memory =
        new MemoryFacts(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    silent.others = OptionalDouble.empty();
    silent.stolen = OptionalDouble.empty();
    silent.throttled = OptionalLong.empty();
    silent.swapped = OptionalLong.empty();
    silent.clocks = new ClockReading(25, 25, OptionalDouble.empty());
    List<FindingCode> unknown =
        Check.ALL.stream()
            .filter(check -> silent.asked(check).outcome() == Outcome.UNKNOWN)
            .map(Check::code)
            .toList();
    assertThat(unknown)
        .containsExactly(
            FindingCode.CPU_AFFINITY,
            FindingCode.CPU_QUOTA,
            FindingCode.CPU_THROTTLED,
            FindingCode.CPU_STEAL,
            FindingCode.BUSY_HOST,
            FindingCode.HIGH_LOAD,
            FindingCode.CPU_GOVERNOR,
            FindingCode.CPU_TURBO,
            FindingCode.COARSE_CPU_TIME,
            FindingCode.LOW_MEMORY,
            FindingCode.SWAPPING,
            FindingCode.HEAP_ABOVE_MEMORY);
    assertThat(Check.ALL)
        .extracting(check -> silent.asked(check).outcome())
        .doesNotContain(Outcome.WARNING, Outcome.ERROR);
  }
}
