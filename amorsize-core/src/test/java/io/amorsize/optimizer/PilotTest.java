package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import io.amorsize.host.ThreadClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Items of 100 us, two threads, and 10 ms to plan in, of which 7 are planned for. */
class PilotTest {

  private static final double ITEM = 100_000;
  private static final ExecutionPlan TWO = new ExecutionPlan(2, 1, ExecutorType.PLATFORM);

  private final AtomicLong clock = new AtomicLong();
  private final PlanningBudget budget =
      new PlanningBudget(clock::get, new OptimizerOptions(2, 64, Duration.ofMillis(10), 0.2));
  private final Scripted trial = new Scripted();

  /** Threads that overlap, or run in turn without a lock, or share one. */
  private final class Scripted implements Trial {
    private final List<Integer> alone = new ArrayList<>();
    private final List<Integer> rounds = new ArrayList<>();
    private double together = 2;
    private double helped = 0.5;
    private long lockWaits;
    private double monitor;
    private int looks;
    private double cpu;

    @Override
    public int items() {
      return 1000;
    }

    @Override
    public SerialReading serial(int count) {
      alone.add(count);
      clock.addAndGet((long) (count * ITEM));
      cpu += count * ITEM;
      return new SerialReading(count, count * ITEM, 0);
    }

    @Override
    public ParallelReading parallel(int count, ExecutionPlan plan) {
      rounds.add(count);
      double onCores = count * ITEM;
      double wall = onCores / together;
      clock.addAndGet((long) wall);
      double occupied = lockWaits > 0 ? 2 * wall : onCores;
      return new ParallelReading(count, wall, occupied, onCores, helped * onCores, 2, lockWaits);
    }

    @Override
    public double sharedMonitor(double mostNanos) {
      looks++;
      return monitor;
    }

    @Override
    public ThreadClock.Reading threadClock() {
      return new ThreadClock.Reading((long) cpu, 0);
    }

    @Override
    public long allocatedBytes() {
      return 0;
    }
  }

  private Pilot pilot(boolean settled, int others, double cpuShare) {
    SampleProfile profile = new SampleProfile(100, ITEM, 1000, cpuShare, 0, settled, others, ITEM);
    return new Pilot(trial, budget, profile, () -> 0);
  }

  @Test
  void settledCodeIsComparedWithItselfAgainAndAgain() {
    PilotReading reading = pilot(true, 0, 1).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(2, within(1e-9));
    // 0.4 ms a round: 8 items on two threads, and alone; 1.2 ms together, 4.2 / 1.2 rounds.
    assertThat(trial.rounds).containsExactly(8, 8, 8);
    assertThat(trial.alone).containsExactly(8, 8, 8);
    assertThat(trial.looks).isZero();
  }

  @Test
  void codeThatHasNotSettledIsRunUntilThreadsOverlap() {
    PilotReading reading = pilot(false, 0, 1).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(1.84, within(1e-9));
    assertThat(trial.rounds).hasSize(1);
  }

  @Test
  void orUntilAHelperHasPassedTheCaller() {
    trial.together = 1;
    PilotReading reading = pilot(false, 0, 1).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(1.84, within(1e-9));
    assertThat(trial.rounds).hasSize(1);
  }

  @Test
  void orUntilMostOfTheTimeIsUsed() {
    trial.together = 1;
    trial.helped = 0;
    PilotReading reading = pilot(false, 0, 1).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(1.58, within(1e-9));
    // 4/9 ms a thread and round: 9 items of 0.1 ms; two rounds and 0.9 ms alone are within 8 ms.
    assertThat(trial.rounds).hasSizeBetween(2, 6).containsOnly(9);
    assertThat(trial.alone).containsExactly(9);
    assertThat((double) clock.get()).isLessThanOrEqualTo(8e6);
    assertThat(trial.looks).isZero();
  }

  @Test
  void threadsInTurnHaveALockLookedForOnce() {
    trial.together = 1;
    trial.monitor = 0.9;
    Pilot pilot = pilot(true, 0, 1);
    assertThat(pilot.read(TWO, 0, 0.3).parallelism()).isEqualTo(1);
    assertThat(pilot.read(TWO, 0, 0.3).parallelism()).isEqualTo(1);
    assertThat(trial.looks).isEqualTo(1);
  }

  @Test
  void aLockThatIsHeldForPartOfTheTimeLeavesTheRest() {
    trial.together = 1;
    trial.monitor = 0.75;
    assertThat(pilot(true, 0, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(4 / 3.0, within(1e-9));
  }

  @Test
  void threadsThatSeemUselessGetTwoMoreRounds() {
    trial.together = 1;
    trial.lockWaits = 3;
    assertThat(pilot(false, 0, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(1, within(1e-9));
    assertThat(trial.rounds).hasSize(3);
  }

  @Test
  void besideOthersCodeThatHasNotSettledIsNotTried() {
    assertThat(pilot(false, 1, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.84, within(1e-9));
    assertThat(trial.rounds).isEmpty();
    pilot(true, 1, 1).read(TWO, 0, 0.6);
    assertThat(trial.rounds).isNotEmpty();
  }

  @Test
  void threadsThatCannotBeStartedInTimeAreNotAffordable() {
    // 60 us a thread and two items, in half of the 7 ms that are left.
    Pilot pilot = pilot(true, 0, 0.1);
    assertThat(pilot.isAffordable(55)).isTrue();
    assertThat(pilot.isAffordable(56)).isFalse();
    assertThat(pilot.isOver()).isFalse();
    clock.addAndGet(7_000_000);
    assertThat(pilot.isOver()).isTrue();
  }
}
