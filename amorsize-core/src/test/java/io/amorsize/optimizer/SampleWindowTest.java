package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.host.ThreadClock;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleWindowTest {

  /** One item of 400 us, between readings that lie 100 us apart from it. */
  private static SampleWindow window(double cpu, double delay, long switches) {
    return new SampleWindow(1, 1, 400_000, cpu, delay, 100_000, switches, -1, 0);
  }

  /** Where 150 us on a core leave room for 250 us, the rest of a delay lies beside the item. */
  @ParameterizedTest
  @CsvSource({
    "150_000, 0, 0, 0",
    "150_000, 250_000, 0, 250_000",
    "150_000, 250_000, 1, 250_000",
    "150_000, 300_000, 0, 250_000",
    "150_000, 300_000, -1, 250_000",
    "150_000, 300_000, 1, 200_000", // it waited: what fits beside the item lies there
    "150_000, 900_000, 1, 250_000",
    "350_000, 60_000, 1, 0",
    "500_000, 60_000, 0, 0",
    "-1, 900_000, 1, 380_000" // of unknown time on a core, 0.95 of all is the most
  })
  void delaysBesideTheItemsAreNotTheirs(double cpu, double delay, long switches, double without) {
    assertThat(window(cpu, delay, switches).withoutCoreNanos()).isEqualTo(without);
  }

  /**
   * Up to half of the 400 us may have been without a core, and more where the delay is longer than
   * what lies beside the item, 100 us.
   */
  @ParameterizedTest
  @CsvSource({
    "20_000, 100_000, 300_000",
    "20_000, 290_000, 200_000",
    "20_000, 370_000, 130_000",
    "20_000, 900_000, 20_000",
    "-1, 900_000, 20_000",
  })
  void whatCannotLieBesideTheItemsIsNotTheirTime(double cpu, double delay, double nanos) {
    assertThat(window(cpu, delay, 0).nanosPerItem()).isEqualTo(nanos);
  }

  @Test
  void anItemThatWaitedLongerThanAPauseWasInterrupted() {
    assertThat(window(350_000, 0, 0).wasInterrupted()).isFalse();
    assertThat(window(349_000, 0, 0).wasInterrupted()).isTrue();
    assertThat(window(-1, 0, 0).wasInterrupted()).isFalse();
    assertThat(window(349_000, 0, -1).switched(3)).isEqualTo(window(349_000, 0, 3));
    assertThat(window(349_000, 0, 3).hasWaited()).isTrue();
    assertThat(window(349_000, 51_000, 3).hasWaited()).isFalse();
  }

  /** The clock is read twice around runs of 1 us an item; each reading of the queue takes 3 us. */
  @Test
  void aWindowOfTheWholeListIsRunUntilItIsLongEnough() {
    AtomicLong clock = new AtomicLong();
    Trial trial =
        new Trial() {
          @Override
          public int items() {
            return 4;
          }

          @Override
          public SerialReading serial(int count) {
            clock.addAndGet(count * 1_000L);
            return new SerialReading(count, count * 1_000.0, 5);
          }

          @Override
          public ParallelReading parallel(int count, io.amorsize.execution.ExecutionPlan plan) {
            throw new UnsupportedOperationException();
          }

          @Override
          public ThreadClock.Reading threadClock() {
            clock.addAndGet(3_000);
            return new ThreadClock.Reading(clock.get() / 2, clock.get() / 4);
          }

          @Override
          public long allocatedBytes() {
            return clock.get();
          }
        };
    assertThat(SampleWindow.take(trial, clock::get, 4, 10_000))
        .isEqualTo(new SampleWindow(4, 12, 12_000, 7_500, 3_750, 6_000, -1, 18_000, 5));
    assertThat(SampleWindow.take(trial, clock::get, 2, 10_000).items()).isEqualTo(2);
  }
}
