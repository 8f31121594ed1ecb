package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every history does is tested where the others are; this is what the program's core needs.
 */
class MemoryHistoryTest {

  @Test
  void keepsAndForgets() {
    try (MemoryHistory history = new MemoryHistory(Histories.CLOCK)) {
      NewRun night = Histories.night(Histories.origin(1, "aaaaaaa"), 5);
      Recording first = history.record(night);
      assertThat(first.isNew()).isTrue();
      assertThat(first.run().id()).isEqualTo(first.run().hash().substring(0, 10));
      assertThat(first.run().recordedAt()).isEqualTo(Histories.CLOCK.instant());
      assertThat(history.record(night).isNew()).isFalse();
      assertThat(history.content(first.run())).isEqualTo(night.content());
      LearnedNoise noise =
          new LearnedNoise(0.1, Map.of(Histories.only(history).key(), new SeriesNoise(0.2, 3)));
      history.keep(noise);
      assertThat(history.noise()).isEqualTo(noise);
      assertThat(history.delete(List.of(first.run(), first.run()))).isEqualTo(1);
      assertThat(history.runs(RunFilter.ALL)).isEmpty();
      assertThatThrownBy(() -> history.content(first.run()))
          .isInstanceOf(ResultFormatException.class)
          .hasMessage("run " + first.run().id() + " is not in this history any more");
    }
  }
}
