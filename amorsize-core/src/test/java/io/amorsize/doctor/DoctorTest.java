package io.amorsize.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.host.HostCounters;
import io.amorsize.host.HostCounters.CpuTicks;
import io.amorsize.host.HostFacts;
import io.amorsize.ruler.RulerReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {

  private final Patient host = new Patient();
  private final AtomicLong clock = new AtomicLong();
  private final List<Integer> ruled = new ArrayList<>();
  private double coreShare = 1;

  /** The real executor on a clock that moves by 20 ns at each look. */
  private Doctor doctor(Supplier<HostCounters> counters) {
    return new Doctor(
        host::facts,
        counters,
        new Instruments(
            () -> clock.addAndGet(20),
            () -> clock.addAndGet(20),
            nanos -> clock.addAndGet(nanos),
            Duration.ofMinutes(1),
            ParallelMap::map,
            this::rule));
  }

  private RulerReading rule(int threads) {
    ruled.add(threads);
    return new RulerReading(threads, 5e6, coreShare * threads);
  }

  /** Two CPUs of four were busy all the time, a tenth of the time was stolen. */
  private static Supplier<HostCounters> counters() {
    AtomicInteger look = new AtomicInteger();
    return () -> {
      int at = look.getAndIncrement();
      return new HostCounters(
          Optional.of(new CpuTicks(4, 200L * at, 40L * at, 400L * at)),
          OptionalLong.of(9L),
          OptionalLong.of(12L + at),
          OptionalLong.of(0));
    };
  }

  private static Outcome outcome(HealthReport report, FindingCode code) {
    return report.results().stream()
        .filter(result -> result.code() == code)
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  @Test
  void asksEveryQuestionOnce() {
    HealthReport report = doctor(counters()).examine(Depth.QUICK);
    assertThat(report.results())
        .extracting(CheckResult::code)
        .containsExactlyElementsOf(Check.ALL.stream().map(Check::code).toList());
    assertThat(report.host()).isEqualTo(host.facts().profile());
    assertThat(ruled).containsOnly(4).hasSize(5);
  }

  @Test
  void looksAtWhatHappenedMeanwhile() {
    HealthReport report = doctor(counters()).examine(Depth.FULL);
    assertThat(outcome(report, FindingCode.BUSY_HOST)).isEqualTo(Outcome.ERROR);
    assertThat(outcome(report, FindingCode.CPU_STEAL)).isEqualTo(Outcome.WARNING);
    assertThat(outcome(report, FindingCode.SWAPPING)).isEqualTo(Outcome.WARNING);
    assertThat(outcome(report, FindingCode.CPU_THROTTLED)).isEqualTo(Outcome.PASS);
    assertThat(outcome(report, FindingCode.MISSING_CORES)).isEqualTo(Outcome.PASS);
    assertThat(outcome(report, FindingCode.EXECUTOR_BROKEN)).isEqualTo(Outcome.PASS);
    assertThat(ruled).hasSize(25);
    assertThat(report.failed()).isEqualTo(3);
    assertThat(report.passed()).isEqualTo(27);
    assertThat(report.grade()).isEqualTo(Grade.GOOD);
  }

  @Test
  void theRulerRunsOneThreadForEachCoreThatThereIs() {
    host.allowedCores = OptionalInt.of(2);
    doctor(counters()).examine(Depth.QUICK);
    assertThat(ruled).containsOnly(2);
    ruled.clear();
    host.processors = 1;
    HealthReport report = doctor(counters()).examine(Depth.QUICK);
    assertThat(ruled).isEmpty();
    assertThat(outcome(report, FindingCode.MISSING_CORES)).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(report, FindingCode.ONE_PROCESSOR)).isEqualTo(Outcome.ERROR);
  }

  @Test
  void aFindingHoldsTheNumberTheBarAndTheRemedy() {
    coreShare = 0.8;
    HealthReport report = doctor(counters()).examine(Depth.QUICK);
    assertThat(report.findings(Outcome.WARNING))
        .contains(
            new Finding(
                FindingCode.MISSING_CORES,
                Severity.WARNING,
                "effective parallelism: 3.20 cores (bar: at least 3.60 cores); fixed work on 4"
                    + " cores got no more: stop what else runs, or ask whether the machine's"
                    + " virtual cores are shared; no plan can be faster"));
    assertThat(report.findings(Outcome.PASS)).isEmpty();
    assertThat(report.findings(Outcome.UNKNOWN)).isEmpty();
  }

  @Test
  void anExecutorThatRunsEverythingOnTheCallerIsNotFitForUse() {
    Doctor doctor =
        new Doctor(
            host::facts,
            counters(),
            new Instruments(
                () -> clock.addAndGet(20),
                () -> -1,
                nanos -> {},
                Duration.ofMillis(1),
                new SerialRunner(),
                this::rule));
    HealthReport report = doctor.examine(Depth.QUICK);
    assertThat(outcome(report, FindingCode.SLOW_POOL_START)).isEqualTo(Outcome.ERROR);
    assertThat(outcome(report, FindingCode.SLOW_WAKE_UP)).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(report, FindingCode.EXECUTOR_BROKEN)).isEqualTo(Outcome.PASS);
    assertThat(report.grade()).isEqualTo(Grade.POOR);
  }

  /** An executor that makes no threads. */
  private static final class SerialRunner implements MapRunner {
    @Override
    public <T, R> List<R> map(
        Function<? super T, ? extends R> function,
        Collection<? extends T> items,
        ExecutionPlan plan) {
      return ParallelMap.map(function, items, ExecutionPlan.serial(items.size()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "30, 30, 0, EXCELLENT",
    "19, 20, 0, EXCELLENT",
    "29, 30, 1, GOOD",
    "18, 20, 0, GOOD",
    "16, 20, 1, GOOD",
    "16, 20, 2, POOR",
    "15, 20, 0, POOR",
    "12, 20, 5, POOR",
    "11, 20, 0, CRITICAL",
    "0, 0, 0, CRITICAL"
  })
  void gradesByShareAndErrors(int passed, int counted, int errors, Grade grade) {
    assertThat(Grade.of(passed, counted, errors)).isEqualTo(grade);
    assertThat(grade.isFit()).isEqualTo(grade == Grade.EXCELLENT || grade == Grade.GOOD);
  }

  @Test
  void examinesThisHost() {
    HealthReport report = Doctor.ofThisJvm().examine(Depth.QUICK);
    assertThat(outcome(report, FindingCode.EXECUTOR_BROKEN)).isEqualTo(Outcome.PASS);
    assertThat(outcome(report, FindingCode.COARSE_TIMER)).isNotEqualTo(Outcome.UNKNOWN);
    assertThat(report.passed() + report.failed() + report.count(Outcome.UNKNOWN))
        .isEqualTo(report.results().size());
  }

  @Test
  void examinesForJvmsOfOtherArguments() {
    HealthReport report = Doctor.ofJvmsWith(List.of("-Xint", "-Xmx100m")).examine(Depth.QUICK);
    assertThat(outcome(report, FindingCode.INTERPRETER_ONLY)).isEqualTo(Outcome.ERROR);
    assertThat(outcome(report, FindingCode.SMALL_HEAP)).isEqualTo(Outcome.WARNING);
    assertThat(outcome(report, FindingCode.PROFILER_ATTACHED)).isEqualTo(Outcome.PASS);
    assertThat(report.host().jvmArgs()).containsExactly("-Xint", "-Xmx100m");
    HostFacts facts = host.facts();
    assertThat(facts.forJvm(List.of(), 5).profile().maxHeapBytes()).isEqualTo(5);
  }
}
