package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Items of 100 us, two threads, and 10 ms to plan in, of which 7 are planned for. */
class PilotTest {

  private static final double ITEM = 100_000;
  private static final ExecutionPlan TWO = new ExecutionPlan(2, 1, ExecutorType.PLATFORM);

  private final AtomicLong clock = new AtomicLong();
  private final PlanningBudget budget =
      new PlanningBudget(clock::get, new OptimizerOptions(2, 64, Duration.ofMillis(10), 0.2));
  private final ScriptedTrial trial = new ScriptedTrial(clock, ITEM);

  private Pilot pilot(boolean settled, int others, double cpuShare) {
    return pilot(new SampleProfile(100, ITEM, 1000, cpuShare, 0, settled, others, ITEM), 2);
  }

  private Pilot pilot(SampleProfile profile, int processors) {
    return pilot(profile, processors, profile.others());
  }

  private Pilot pilot(SampleProfile profile, int processors, int stillThere) {
    HostShare share = new HostShare(processors, 2, profile.others());
    PlanningHost host =
        new PlanningHost(clock::get, threads -> 0, () -> stillThere, () -> 0, processors);
    return new Pilot(trial, budget, profile, share, host);
  }

  @Test
  void settledCodeIsComparedWithItselfAgainAndAgain() {
    PilotReading reading = pilot(true, 0, 1).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(2, within(1e-9));
    // 0.4 ms a round: 8 items on two threads, and alone; 1.2 ms together, 4.2 / 1.2 rounds.
    assertThat(trial.rounds).containsExactly(8, 8, 8);
    assertThat(trial.alone).containsExactly(8, 8, 8);
    assertThat(trial.meetings).isEmpty();
  }

  @Test
  void codeThatHasNotSettledIsOnlyAskedForLocks() {
    PilotReading reading = pilot(false, 0, 1).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(1.86, within(1e-9));
    // Three tenths of the 10 ms but for 1 and the time of two items, and 0.9 until they meet.
    assertThat(trial.meetings).containsExactly(0.3 * (9e6 - 2 * ITEM));
    assertThat(trial.untilMet).containsExactly(0.9 * (9e6 - 2 * ITEM));
    assertThat(trial.rounds).isEmpty();
    assertThat(trial.alone).isEmpty();
  }

  /** Two items and 1 ms must be left of the 10 ms. */
  @ParameterizedTest
  @CsvSource({"4.4, true", "4.6, false"})
  void longItemsOfCodeThatHasNotSettledAreNotTried(double itemMillis, boolean tried) {
    double item = itemMillis * 1e6;
    SampleProfile profile = new SampleProfile(2, item, 0, 1, 0, false, 0, item);
    PilotReading reading = pilot(profile, 2).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(tried ? 1.86 : 1.64, within(1e-9));
    assertThat(trial.meetings).hasSize(tried ? 1 : 0);
    assertThat(trial.rounds).isEmpty();
  }

  /** Nineteen items of 5 ms are not many that are not compiled yet. */
  @Test
  void fewLongItemsShareNoLock() {
    trial.items = 19;
    SampleProfile profile = new SampleProfile(2, 5e6, 0, 1, 0, false, 0, 5e6);
    assertThat(pilot(profile, 2).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.86, within(1e-9));
    trial.items = 20;
    assertThat(pilot(profile, 2).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.64, within(1e-9));
  }

  @Test
  void threadsThatNeverMetMayHaveMissedALock() {
    trial.met = 0;
    trial.meetingNanos = 8e6;
    assertThat(pilot(false, 0, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.64, within(1e-9));
    assertThat(trial.meetings).hasSize(1);
    trial.items = 19;
    assertThat(pilot(false, 0, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.86, within(1e-9));
  }

  /** Two threads do 158 chunks of 0.1 ms in 0.9 of 8.8 ms; 64 would do thousands. */
  @Test
  void thereAreTwiceTheChunksThatThreadsMayDoButNotMoreThan500() {
    pilot(false, 0, 1).read(TWO, 0, 0.6);
    pilot(false, 0, 1).read(new ExecutionPlan(64, 1, ExecutorType.PLATFORM), 0, 0.6);
    assertThat(trial.counts).containsExactly(316, 500);
  }

  /** Chunks were over after 1 ms. */
  @Test
  void threadsThatDidNotMeetDoSoAgain() {
    trial.met = 0;
    pilot(false, 0, 1).read(TWO, 0, 0.6);
    // Of the 7.92 ms until they meet, each meeting took one.
    assertThat(trial.meetings)
        .containsExactly(
            2_640_000.0,
            6_920_000.0,
            5_920_000.0,
            4_920_000.0,
            3_920_000.0,
            2_920_000.0,
            1_920_000.0,
            920_000.0);
  }

  /** 2.64 ms at 1 ms a meeting, the last of which gets the rest; all 18 that met waited. */
  @Test
  void threadsThatWaitedForEachOtherMeetAgainWhileThereIsTime() {
    trial.waits = 6;
    assertThat(pilot(false, 0, 1).read(TWO, 0, 0.6).parallelism())
        .isCloseTo(20 / 19.5, within(1e-9));
    assertThat(trial.meetings).containsExactly(2_640_000.0, 1_640_000.0, 640_000.0);
  }

  /**
   * 7 us are a third of the 20 us that a chunk should take; a list of five has no more than two.
   */
  @Test
  void shortItemsAreTimedByTheChunk() {
    SampleProfile shorter = new SampleProfile(100, 7_000, 0, 1, 0, false, 0, ITEM);
    pilot(shorter, 2).read(TWO, 0, 0.6);
    assertThat(trial.chunks).containsExactly(3);
    trial.items = 5;
    pilot(shorter, 2).read(TWO, 0, 0.6);
    assertThat(trial.chunks).containsExactly(3, 2);
    pilot(false, 0, 1).read(TWO, 0, 0.6);
    assertThat(trial.chunks).containsExactly(3, 2, 1);
  }

  @Test
  void settledThreadsThatRanInTurnMustMeet() {
    trial.together = 1;
    trial.waits = 6;
    PilotReading reading = pilot(true, 0, 1).read(TWO, 0, 0.3);
    assertThat(reading.parallelism()).isBetween(1.0, 1.1);
    assertThat(trial.rounds).isNotEmpty();
    // Two milliseconds of what is left are kept, but one is always taken.
    assertThat(trial.meetings.get(0)).isBetween(1e6, 8e6);
  }

  @Test
  void settledThreadsThatRanInTurnAndHaveNoLockAreAsGoodAsAny() {
    trial.together = 1;
    assertThat(pilot(true, 0, 1).read(TWO, 0, 0.3).parallelism()).isCloseTo(2, within(1e-9));
    trial.met = 0;
    assertThat(pilot(true, 0, 1).read(TWO, 0, 0.3).parallelism()).isCloseTo(1.64, within(1e-9));
  }

  /** Each item took 1.25 times as long beside others as alone. */
  @Test
  void whatTurnsCostSaysNothingAgainstThreads() {
    trial.slower = 1.25;
    assertThat(pilot(true, 0, 1).read(TWO, 0, 0.3).parallelism()).isCloseTo(1.6, within(1e-9));
    assertThat(trial.meetings).isEmpty();
    trial.together = 1;
    PilotReading reading = pilot(true, 0, 1).read(TWO, 0, 0.3);
    assertThat(trial.meetings).hasSize(1);
    assertThat(reading.parallelism()).isCloseTo(1.86, within(1e-9));
    assertThat(reading.seen()).isCloseTo(1.86, within(1e-9));
  }

  /** 0.7 ms are left, and to time four items alone too would take 0.8. */
  @Test
  void unequalItemsThatNobodyTimedAloneSayNothing() {
    clock.addAndGet(6_300_000);
    trial.slower = 4;
    SampleProfile unequal = new SampleProfile(9, ITEM, ITEM / 2, 1, 0, true, 0, ITEM);
    assertThat(pilot(unequal, 2).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.64, within(1e-9));
    assertThat(trial.alone).isEmpty();
    clock.addAndGet(-5_000_000);
    assertThat(pilot(unequal, 2).read(TWO, 0, 0.6).parallelism()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void threadsThatSeemUselessGetTwoMoreRounds() {
    trial.together = 1;
    trial.lockWaits = 3;
    assertThat(pilot(true, 0, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(1, within(1e-9));
    assertThat(trial.rounds).hasSize(5);
  }

  @Test
  void besideOthersCodeIsOnlyAskedForLocks() {
    assertThat(pilot(true, 1, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.86, within(1e-9));
    assertThat(trial.rounds).isEmpty();
    assertThat(trial.meetings).hasSize(1);
    trial.waits = 6;
    assertThat(pilot(true, 1, 1).read(TWO, 0, 0.6).parallelism()).isLessThan(1.1);
  }

  /**
   * 0.45 of the 10 ms but for 2.5 and the time of two items of each thread on 4/3 cores, as long as
   * they do not meet.
   */
  @Test
  void besideOthersCodeThatHasNotSettledIsAskedForLocks() {
    assertThat(pilot(false, 1, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.86, within(1e-9));
    assertThat(trial.meetings).containsExactly(0.3 * (7.5e6 - 3 * ITEM));
    assertThat(trial.untilMet).containsExactly(0.45 * (7.5e6 - 3 * ITEM));
    trial.waits = 6;
    assertThat(pilot(false, 1, 1).read(TWO, 0, 0.6).parallelism()).isLessThan(1.1);
    assertThat(trial.rounds).isEmpty();
  }

  /**
   * 3 ms and two items of each thread, on the 4/3 cores that two get, must be left of the 10 where
   * others leave no two cores; meeting takes some of it.
   */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void threadsMeetInTurnWithOthersIfThereIsTime(boolean settled) {
    trial.waits = 6;
    clock.addAndGet(6_800_000);
    assertThat(pilot(settled, 1, 1).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.86, within(1e-9));
    assertThat(trial.meetings).isEmpty();
    clock.addAndGet(-200_000);
    assertThat(pilot(settled, 1, 1).read(TWO, 0, 0.6).parallelism()).isLessThan(1.1);
    clock.addAndGet(200_000);
    SampleProfile profile = new SampleProfile(100, ITEM, 1000, 1, 0, settled, 1, ITEM);
    assertThat(pilot(profile, 3).read(TWO, 0, 0.6).parallelism()).isLessThan(1.1);
  }

  /**
   * They have missed a core, which says nothing of a lock, unless nobody is there any more, or two
   * cores were free.
   */
  @ParameterizedTest
  @CsvSource({
    // an item, processors, others that are still there, parallelism
    "100000, 2, 1, 1.86",
    "100000, 2, 0, 1.64",
    "100000, 3, 1, 1.64",
    "3600000, 2, 1, 1.86",
    "3600000, 2, 0, 1.64"
  })
  void besideOthersThreadsNeedNotMeet(
      double item, int processors, int stillThere, double parallelism) {
    trial.met = 0;
    SampleProfile profile = new SampleProfile(100, item, 1000, 1, 0, true, 1, item);
    Pilot pilot = pilot(profile, processors, stillThere);
    assertThat(pilot.read(TWO, 0, 0.6).parallelism()).isCloseTo(parallelism, within(1e-9));
    assertThat(pilot.shareNow()).isEqualTo(new HostShare(processors, 2, stillThere));
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

  /** What was sampled is as good as another look, unless items are unequal. */
  @Test
  void aWaitThatHasNotSettledIsNotTimedAloneAgain() {
    PilotReading reading = pilot(false, 0, 0.5).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(1.86, within(1e-9));
    assertThat(trial.rounds).isNotEmpty();
    assertThat(trial.alone).isEmpty();
    SampleProfile unequal = new SampleProfile(100, ITEM, ITEM, 0.5, 0, false, 0, ITEM);
    pilot(unequal, 2).read(TWO, 0, 0.6);
    assertThat(trial.alone).hasSize(1);
  }

  /** Of three processors, one other thread leaves two. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereOthersLeaveNoTwoCoresAWaitIsNotTried(boolean settled) {
    trial.slower = 1.8;
    PilotReading reading = pilot(settled, 1, 0.5).read(TWO, 0, 0.6);
    assertThat(reading.parallelism()).isCloseTo(1.86, within(1e-9));
    assertThat(trial.rounds).isEmpty();
    pilot(new SampleProfile(100, ITEM, 1000, 0.5, 0, settled, 1, ITEM), 3).read(TWO, 0, 0.6);
    assertThat(trial.rounds).isNotEmpty();
  }

  /** With 0.1 ms left there is one round, of threads that it starts. */
  @Test
  void theFirstRoundOfAWaitIsNotBelievedAlone() {
    trial.slower = 1.6;
    assertThat(pilot(true, 0, 0.5).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.25, within(1e-9));
    clock.set(6_900_000);
    trial.rounds.clear();
    assertThat(pilot(true, 0, 0.5).read(TWO, 0, 0.6).parallelism()).isCloseTo(1.64, within(1e-9));
    assertThat(trial.rounds).hasSize(1);
  }
}
