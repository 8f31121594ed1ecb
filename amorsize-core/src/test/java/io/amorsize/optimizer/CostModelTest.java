package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CostModelTest {

  @Test
  void addsUpByHand() {
    // 10 items of 1000 ns in chunks of 2 on 2 threads, all cores there: 5 chunks take 3 rounds of
    // 2000 ns = 6000; the even share 5000 plus a tail of 1/2 * 2000/2 * 0.2 = 100 is shorter.
    // Claims: 5 / 2 * 100 = 250. Dispatch: 500.
    assertThat(new CostModel(10, 1000, 0).parallelNanos(2, 2, 2, 500))
        .isCloseTo(6750, within(1e-9));
    // With items that vary by half, w = 0.7: 5000 + 350 is still shorter than 6000.
    assertThat(new CostModel(10, 1000, 0.5).parallelNanos(2, 2, 2, 500))
        .isCloseTo(6750, within(1e-9));
    // Chunks of 1: 5 rounds of 1000 = 5000, tail 1/2 * 1000/2 * 0.7 = 175, claims 500.
    assertThat(new CostModel(10, 1000, 0.5).parallelNanos(2, 1, 2, 500))
        .isCloseTo(6175, within(1e-9));
    // Half the cores gone: all but dispatch and claims takes twice as long.
    assertThat(new CostModel(10, 1000, 0.5).parallelNanos(2, 1, 1, 500))
        .isCloseTo(500 + 2 * 5175 + 500, within(1e-9));
  }

  @Test
  void choosesLargerChunksForSmallerItems() {
    int tiny = new CostModel(1_000_000, 5, 0.1).bestChunkSize(2, 2, 20_000);
    int large = new CostModel(1000, 1e6, 0.1).bestChunkSize(2, 2, 20_000);
    assertThat(tiny).isGreaterThan(500);
    assertThat(large).isLessThanOrEqualTo(8);
  }

  @Property
  void theBestChunkIsNoWorseThanAnyOther(
      @ForAll @IntRange(min = 2, max = 10_000) int items,
      @ForAll @DoubleRange(min = 1, max = 1e6) double itemNanos,
      @ForAll @IntRange(min = 2, max = 64) int threads,
      @ForAll @IntRange(min = 0, max = 13) int power) {
    CostModel model = new CostModel(items, itemNanos, 0.3);
    int best = model.bestChunkSize(threads, threads, 20_000);
    int evenShare = (items + threads - 1) / threads;
    int other = Math.min(evenShare, 1 << power);
    if (Integer.bitCount(other) == 1 || other == evenShare) {
      assertThat(model.parallelNanos(threads, best, threads, 20_000))
          .isLessThanOrEqualTo(model.parallelNanos(threads, other, threads, 20_000));
    }
  }

  @Test
  void recordsSayWhatIsOutOfRange() {
    assertThatThrownBy(() -> new PilotReading(1, 1, 1, 1)).hasMessageContaining("threads");
    assertThatThrownBy(() -> new PilotReading(2, 1, 1.5, 2)).hasMessageContaining("need 0 < lower");
    assertThatThrownBy(() -> new SampleProfile(0, 1, 0, 1, 0, true)).hasMessageContaining("items");
    assertThatThrownBy(() -> new SampleProfile(1, 0, 0, 1, 0, true))
        .hasMessageContaining("itemNanos");
    assertThatThrownBy(() -> new SampleProfile(1, 1, -1, 1, 0, true))
        .hasMessageContaining("itemSdNanos");
    assertThatThrownBy(() -> new SampleProfile(1, 1, 0, 2, 0, true))
        .hasMessageContaining("cpuShare");
    assertThatThrownBy(() -> new SampleProfile(1, 1, 0, 1, -1, true))
        .hasMessageContaining("bytesPerItem");
    assertThatThrownBy(
            () -> new PlanCandidate(io.amorsize.execution.ExecutionPlan.serial(1), 1, 2, 3, false))
        .hasMessageContaining("need 0 < lower <= estimatedSpeedup <= upper");
  }
}
