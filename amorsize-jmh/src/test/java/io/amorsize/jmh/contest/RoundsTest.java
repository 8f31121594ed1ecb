package io.amorsize.jmh.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.workload.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundsTest {

  private final AtomicLong clock = new AtomicLong();

  private Contestant taking(String name, long nanos) {
    return new Contestant(name, () -> clock.addAndGet(nanos));
  }

  @Test
  void everyContestantRunsInEveryRound() {
    Rounds rounds = new Rounds(clock::get, 1);
    Map<String, List<Double>> times =
        rounds.run(List.of(taking("slow", 2_000_000), taking("fast", 10_000)), 30e6, 2, 50);
    assertThat(times.get("slow")).hasSameSizeAs(times.get("fast")).containsOnly(2e6);
    assertThat(times.get("fast")).containsOnly(10_000.0).hasSizeBetween(9, 11);
    assertThat(rounds.last()).isNotNull();
  }

  @Test
  void theLeastRoundsAreRunWhateverTheTime() {
    Rounds rounds = new Rounds(clock::get, 1);
    assertThat(rounds.run(List.of(taking("one", 5_000_000)), 0, 3, 9).get("one")).hasSize(3);
  }

  static Stream<WorkloadSpec<?, ?>> workloads() {
    return ContestWorkloads.all(3).stream();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void everyWayGivesTheSameResults(WorkloadSpec<?, ?> spec) {
    check(spec.limitedTo(40));
  }

  private static <T, R> void check(WorkloadSpec<T, R> spec) {
    List<T> items = spec.items();
    Object expected = HandWritten.serial(spec.function(), items).pass().get();
    for (Contestant contestant : HandWritten.parallel(spec.function(), items)) {
      assertThat(contestant.pass().get()).as(contestant.name()).isEqualTo(expected);
    }
    assertThat(PlanGrid.of(spec)).isNotEmpty().doesNotHaveDuplicates();
  }
}
