package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.PlanRecord;
import io.amorsize.verdict.CriterionOutcome.Status;
import io.amorsize.workload.WorkloadType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassCriteriaTest {

  private static final Duration MOST = Duration.ofSeconds(30);

  private int threads = 2;
  private int chunk = 10;
  private double predicted = 1.9;
  private double actual = 1.9;
  private Duration time = Duration.ofMillis(10);
  private WorkloadType observed = WorkloadType.CPU_BOUND;
  private double coreShare = 1;
  private double planningCoreShare = 1;
  private boolean measured = true;

  private List<CriterionOutcome> judge() {
    Optional<BenchmarkResult> benchmark =
        Optional.of(
                new BenchmarkResult(
                    Duration.ofMillis(19),
                    time,
                    actual,
                    predicted,
                    BenchmarkResult.accuracyPercent(actual, predicted),
                    BenchmarkResult.errorPercent(actual, predicted),
                    Optional.empty(),
                    List.of()))
            .filter(result -> measured);
    return PassCriteria.judge(
        new WorkloadEvidence(
            100,
            1.2,
            MOST,
            new PlanRecord(threads, chunk, predicted, "platform", "", List.of()),
            benchmark,
            observed,
            Optional.of(new HostDuring(1e6, coreShare, planningCoreShare))));
  }

  private List<String> broken() {
    return PassCriteria.messages(judge(), Status.BROKEN);
  }

  @Test
  void aGoodRunMeetsThemAll() {
    assertThat(judge()).allMatch(outcome -> outcome.status() == Status.MET);
    assertThat(judge()).noneMatch(CriterionOutcome::regression);
  }

  @Test
  void withoutAMeasurementOnlyTheRecommendationIsJudged() {
    measured = false;
    actual = 0.001;
    assertThat(judge()).allMatch(outcome -> outcome.status() == Status.MET);
    threads = 0;
    assertThat(broken()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1.2, MET", "1.19, WARNED", "0.96, WARNED", "0.95, BROKEN"})
  void theSpeedupFloorIsFourFifthsOfTheMinimum(double speedup, Status status) {
    actual = speedup;
    predicted = speedup;
    assertThat(judge().get(1).status()).isEqualTo(status);
    assertThat(judge().get(1).regression()).isEqualTo(status == Status.BROKEN);
  }

  @Test
  void aBrokenFloorNamesValueBarAndRemedy() {
    actual = 0.5;
    predicted = 0.5;
    assertThat(broken())
        .containsExactly(
            "speedup 0.50x is below 80 % of the minimum 1.20x; compare the plan with 'optimize', or"
                + " lower the workload's minSpeedup");
  }

  @Test
  void aHostWithoutItsCoresIsToldApartFromABadPlan() {
    actual = 0.93;
    coreShare = 0.5;
    List<CriterionOutcome> outcomes = judge();
    assertThat(PassCriteria.messages(outcomes, Status.BROKEN)).isEmpty();
    assertThat(PassCriteria.messages(outcomes, Status.COULD_NOT_TELL))
        .containsExactly(
            "speedup 0.93x is below 80 % of the minimum 1.20x, but the host gave the ruler only 50 %"
                + " of its cores; run again when the host is idle",
            "accuracy 48.9 % is below 50 %, but the host gave the ruler only 50 % of its cores while"
                + " planning or measuring; run again when the host is idle");
    assertThat(outcomes).noneMatch(CriterionOutcome::regression);
  }

  @Test
  void aPlanThatIsBadEvenSoIsNotExcused() {
    actual = 0.4;
    coreShare = 0.5;
    assertThat(judge().get(1).status()).isEqualTo(Status.BROKEN);
  }

  @Test
  void aFunctionThatWaitsNeedsNoCoresAndIsNotExcused() {
    actual = 0.93;
    coreShare = 0.5;
    observed = WorkloadType.MIXED;
    assertThat(judge().get(1).status()).isEqualTo(Status.BROKEN);
  }

  @Test
  void aPassMustEndInTime() {
    time = MOST;
    assertThat(judge().get(2).status()).isEqualTo(Status.MET);
    time = MOST.plusMillis(100);
    assertThat(broken())
        .containsExactly(
            "one pass takes 30.1 s, more than the maximum of 30.0 s; make the function faster, or"
                + " raise the workload's maxExecutionTime");
  }

  @ParameterizedTest
  @CsvSource({"3.8, MET", "3.9, BROKEN"})
  void aPredictionMustBeHalfRight(double prediction, Status status) {
    predicted = prediction;
    assertThat(judge().get(3).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 1 | 1.5 | 0 threads, must be at least 1",
        "2 | 0 | 1.5 | chunks of 0, must be from 1 to the 100 items",
        "2 | 101 | 1.5 | chunks of 101, must be from 1 to the 100 items",
        "2 | 1 | NaN | predicted speedup NaN, must be positive and finite",
        "2 | 1 | Infinity | predicted speedup Infinity, must be positive and finite",
        "2 | 1 | 0 | predicted speedup 0.0, must be positive and finite",
      })
  void anImpossibleRecommendationFails(int jobs, int size, double speedup, String message) {
    threads = jobs;
    chunk = size;
    predicted = speedup;
    measured = false;
    assertThat(broken()).containsExactly("invalid recommendation: " + message);
  }

  @Test
  void aPlanMadeWithoutCoresIsNotHeldAgainstTheOptimizer() {
    predicted = 1;
    actual = 2.1;
    planningCoreShare = 0.5;
    assertThat(judge().get(3).status()).isEqualTo(Status.COULD_NOT_TELL);
    planningCoreShare = 1;
    assertThat(judge().get(3).status()).isEqualTo(Status.BROKEN);
  }

  @Test
  void withoutARulerNothingIsExcused() {
    WorkloadEvidence evidence =
        new WorkloadEvidence(
            1,
            1,
            MOST,
            new PlanRecord(1, 1, 1, "serial", "", List.of()),
            Optional.empty(),
            WorkloadType.CPU_BOUND,
            Optional.empty());
    assertThat(evidence.coreShare()).isEqualTo(1);
    assertThat(evidence.speedupAtFullCores(1.5)).isEqualTo(1.5);
  }
}
