package io.amorsize.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CpuRulerTest {

  @Test
  void countsTheCoresThatTheClockShows() {
    // Each unit of work moves the clock by 10, so units run one after another: one core.
    AtomicLong clock = new AtomicLong();
    CpuRuler ruler = new CpuRuler(clock::get, steps -> clock.addAndGet(10));
    RulerReading reading = ruler.read(4);
    assertThat(reading.singleNanos()).isEqualTo(10);
    assertThat(reading.parallelism()).isCloseTo(1, within(1e-12));
    assertThat(reading.coreShare()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void readsThisHost() {
    RulerReading reading = new CpuRuler().read(2);
    assertThat(reading.threads()).isEqualTo(2);
    assertThat(reading.singleNanos()).isPositive();
    assertThat(reading.parallelism()).isPositive();
  }

  @Test
  void readingsSayWhatIsOutOfRange() {
    assertThatThrownBy(() -> new RulerReading(0, 1, 1)).hasMessageContaining("threads");
    assertThatThrownBy(() -> new RulerReading(1, 0, 1)).hasMessageContaining("singleNanos");
    assertThatThrownBy(() -> new RulerReading(1, 1, Double.NaN))
        .hasMessageContaining("parallelism");
  }
}
