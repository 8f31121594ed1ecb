package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.optimizer.PilotRounds.OneItem;
import org.junit.jupiter.api.Test;

class PilotRoundsTest {

  /** Once, threads took twice as long for each item: the code may have been another one. */
  @Test
  void oneRoundWithoutALockDoesNotMakeThreadsUseless() {
    PilotRounds rounds = new PilotRounds(2, true);
    rounds.add(new ParallelReading(8, 8e6, 16e6, 16e6, 2, 0), new OneItem(1e6, 1e6), 0);
    assertThat(rounds.reading(true, false).parallelism()).isCloseTo(1.64, within(0.001));
    rounds.add(new ParallelReading(8, 8e6, 16e6, 16e6, 2, 0), new OneItem(1e6, 1e6), 0);
    assertThat(rounds.reading(true, false).parallelism()).isCloseTo(1, within(0.001));
  }

  /** 8 items of 1 ms, of code that has not settled. */
  @Test
  void threadsThatMayHaveMissedEachOtherAtALockPromiseLess() {
    OneItem one = new OneItem(1e6, 1e6);
    PilotRounds missed = new PilotRounds(2, true);
    missed.add(new ParallelReading(8, 7e6, 8e6, 8e6, 2, 0), one, 0);
    assertThat(missed.isInTurn()).isTrue();
    assertThat(missed.reading(false, false).parallelism()).isCloseTo(2 * 0.82, within(0.001));
    assertThat(missed.reading(false, true).parallelism()).isCloseTo(2 * 0.93, within(0.001));
    PilotRounds overlapped = new PilotRounds(2, true);
    overlapped.add(new ParallelReading(8, 5e6, 8e6, 8e6, 2, 0), one, 0);
    assertThat(overlapped.isInTurn()).isFalse();
    assertThat(overlapped.reading(false, false).parallelism()).isCloseTo(2 * 0.93, within(0.001));
  }

  /** It computed for 0.9 of its 0.2 ms, in the second round. */
  @Test
  void aWaitThatNoThreadOfTheLatestRoundHadIsNone() {
    SampleProfile profile = new SampleProfile(3, 1e6, 1e5, 0.2, 5, false, 0, 7);
    OneItem one = new OneItem(1e6, 2e5);
    PilotRounds rounds = new PilotRounds(2, false);
    rounds.add(new ParallelReading(8, 7e6, 8e6, 1.6e6, 2, 0), one, 0);
    assertThat(rounds.refine(profile)).isEqualTo(profile);
    rounds.add(new ParallelReading(8, 1e6, 1.6e6, 1.44e6, 2, 0), one, 0);
    assertThat(rounds.refine(profile))
        .isEqualTo(new SampleProfile(3, 2e5, 2e4, 0.9, 5, false, 0, 7));
    rounds.add(new ParallelReading(8, 1e7, 1.6e7, 1.44e7, 2, 0), one, 0);
    assertThat(rounds.refine(profile).itemNanos()).isEqualTo(1e6);
    rounds.add(new ParallelReading(8, 1e6, 1.6e6, 1.44e6, 2, 1), one, 0);
    assertThat(rounds.refine(profile)).isEqualTo(profile);
    rounds.add(new ParallelReading(8, 1e6, 1.6e6, -1, 2, 0), one, 0);
    assertThat(rounds.refine(profile)).isEqualTo(profile);
  }

  /** Both wait for half of the time that they are there, but together were on 1.6 cores. */
  @Test
  void whatThreadsDidAtOnceIsNoLessThanTheirTimeOnCores() {
    OneItem one = new OneItem(5e5, 5e5);
    PilotRounds halfLocked = new PilotRounds(2, true);
    halfLocked.add(new ParallelReading(8, 5e6, 1e7, 8e6, 2, 3), one, 0);
    assertThat(halfLocked.isUseless()).isFalse();
    assertThat(halfLocked.reading(false, false).parallelism()).isCloseTo(1.6, within(0.001));
    PilotRounds locked = new PilotRounds(2, true);
    locked.add(new ParallelReading(8, 8e6, 16e6, 8e6, 2, 3), one, 0);
    assertThat(locked.isUseless()).isTrue();
    assertThat(locked.reading(false, false).parallelism()).isCloseTo(1, within(0.001));
  }
}
