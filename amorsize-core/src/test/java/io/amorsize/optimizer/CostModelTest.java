package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CostModelTest {

  @Test
  void addsUpByHand() {
    // 10 equal items of 1000 ns on 2 threads: the share is 5000, as are 5 rounds of 1000; the
    // residual is 1/2 * 1000 * 1/2 * 0.2 = 50. Chunks of 1: taper of 4 items, 6 full chunks and
    // 2 * 2 * (1 + ln 1) = 4 more, 10 / 2 * 100 = 500 for taking them. Dispatch: 500.
    assertThat(new CostModel(10, 1000, 0).parallelNanos(2, 1, 2, 500))
        .isCloseTo(500 + 5000 + 50 + 500, within(1e-9));
    // Items that vary by half: weight 0.7, residual 1/2 * 1000 * 1.25 / 2 * 0.7 = 218.75.
    assertThat(new CostModel(10, 1000, 0.5).parallelNanos(2, 1, 2, 500))
        .isCloseTo(500 + 5000 + 218.75 + 500, within(1e-9));
    // Half the cores gone: all but dispatch and claims takes twice as long.
    assertThat(new CostModel(10, 1000, 0.5).parallelNanos(2, 1, 1, 500))
        .isCloseTo(500 + 2 * 5218.75 + 500, within(1e-9));
    // 9 items on 2 threads: the share is 4500, the fifth round costs the other thread 500.
    assertThat(new CostModel(9, 1000, 0).breakdown(2, 1, 2, 0).tailNanos())
        .isCloseTo(500, within(1e-9));
  }

  @Test
  void choosesLargerChunksForSmallerItems() {
    // 20 us of 50 ns each; items of 1 ms need no company; unequal ones leave 16 chunks a thread.
    assertThat(new CostModel(1_000_000, 50, 0.1).chunkSize(2)).isEqualTo(400);
    // Items of 5 ns share few lines of the card table.
    assertThat(new CostModel(1_000_000, 5, 0.1).chunkSize(2)).isEqualTo(65_536);
    assertThat(new CostModel(100_000, 5, 0.1).chunkSize(2)).isEqualTo(12_500);
    assertThat(new CostModel(1000, 1e6, 0.1).chunkSize(2)).isEqualTo(1);
    assertThat(new CostModel(1000, 100, 0.1).chunkSize(2)).isEqualTo(125);
    assertThat(new CostModel(1000, 100, 0.9).chunkSize(2)).isEqualTo(31);
    // 256 threads at one cursor: 128 us of 100 ns each.
    assertThat(new CostModel(10_000_000, 100, 0.1).chunkSize(256)).isEqualTo(1280);
  }

  @Property
  void chunksAreWithinTheItems(
      @ForAll @IntRange(min = 2, max = 10_000) int items,
      @ForAll @DoubleRange(min = 1, max = 1e6) double itemNanos,
      @ForAll @IntRange(min = 2, max = 64) int threads) {
    CostModel model = new CostModel(items, itemNanos, 0.3);
    assertThat(model.chunkSize(threads)).isBetween(1, items);
    assertThat(model.parallelNanos(threads, model.chunkSize(threads), threads, 0))
        .isGreaterThanOrEqualTo(model.serialNanos() / threads);
  }

  @Test
  void theScalabilityLawIsFoundFromItsOwnPoints() {
    ScalabilityLaw law = new ScalabilityLaw(0.05, 0.001);
    List<ScalabilityLaw.Point> points =
        IntStream.of(2, 8, 32)
            .mapToObj(p -> new ScalabilityLaw.Point(p, law.parallelism(p)))
            .toList();
    ScalabilityLaw found = ScalabilityLaw.fit(points);
    assertThat(found.contention()).isCloseTo(0.05, within(1e-9));
    assertThat(found.coherency()).isCloseTo(0.001, within(1e-9));
    // 32 / (1 + 0.05 * 31 + 0.001 * 32 * 31) by hand.
    assertThat(law.parallelism(32)).isCloseTo(32 / 3.542, within(1e-9));
  }

  @Test
  void onePointGivesContentionAloneAndNothingIsNegative() {
    ScalabilityLaw one = ScalabilityLaw.fit(List.of(new ScalabilityLaw.Point(4, 2)));
    assertThat(one.contention()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(one.coherency()).isZero();
    ScalabilityLaw better =
        ScalabilityLaw.fit(List.of(new ScalabilityLaw.Point(2, 2), new ScalabilityLaw.Point(8, 4)));
    assertThat(better.contention()).isGreaterThanOrEqualTo(0);
    assertThat(better.coherency()).isGreaterThan(0);
    assertThat(ScalabilityLaw.fit(List.of(new ScalabilityLaw.Point(2, 2))).parallelism(9))
        .isEqualTo(9);
  }

  @Test
  void aFairHostSharesByThreads() {
    HostShare share = new HostShare(4, 4, 0);
    assertThat(share.cores(3)).isEqualTo(3);
    assertThat(share.cores(9)).isEqualTo(4);
    assertThat(new HostShare(4, 4, 4).cores(4)).isEqualTo(2);
    assertThat(new HostShare(2, 2, 1).cores(1)).isEqualTo(1);
    assertThat(new HostShare(2, 2, 1).cores(2)).isCloseTo(4 / 3.0, within(1e-12));
    // A quota of 2 on a machine of 64 that is not full.
    assertThat(new HostShare(64, 2, 40).cores(2)).isEqualTo(2);
  }

  /**
   * Of threads that compute for half of their time, as many are likely to want a core as C(n, w) w!
   * over what the cores do, by hand: four on two cores 1, 4, 6, 6 and 3 of 20 for none to four, so
   * that (4 + 2 x 15) / 20 are at work; two beside another on two 1, 2 and 1.5, so (2 + 2) / 4.5.
   */
  @Test
  void threadsThatWaitDoNotDoSoInStep() {
    HostShare two = new HostShare(2, 2, 0);
    assertThat(two.cores(1, 0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(two.cores(2, 0.5)).isCloseTo(1, within(1e-12));
    assertThat(two.cores(4, 0.5)).isCloseTo(1.7, within(1e-12));
    assertThat(two.cores(4, 1)).isEqualTo(2);
    assertThat(new HostShare(2, 2, 1).cores(2, 0.5)).isCloseTo(8 / 9.0, within(1e-12));
    assertThat(two.cores(1_000_000, 0.9)).isCloseTo(2, within(1e-9));
    // Where there are cores for all of them, each is at work for its share of the time.
    assertThat(new HostShare(256, 256, 0).cores(200, 0.01)).isCloseTo(2, within(1e-7));
    assertThat(new HostShare(256, 256, 0).cores(200, 0.5)).isCloseTo(100, within(1e-7));
  }

  @Test
  void othersLeaveTwoCoresOrNone() {
    assertThat(new HostShare(1, 1, 0).isCrowded()).isFalse();
    assertThat(new HostShare(2, 2, 1).isCrowded()).isTrue();
    assertThat(new HostShare(3, 3, 1).isCrowded()).isFalse();
    assertThat(new HostShare(3, 3, 2).isCrowded()).isTrue();
  }

  @Test
  void recordsSayWhatIsOutOfRange() {
    assertThatThrownBy(() -> new PilotReading(1, 1, 1, 1, 1)).hasMessageContaining("threads");
    assertThatThrownBy(() -> new PilotReading(2, 1, 1.4, 1.5, 2))
        .hasMessageContaining("need 0 < seenLeast");
    assertThatThrownBy(() -> new SampleProfile(0, 1, 0, 1, 0, true, 0, 1))
        .hasMessageContaining("items");
    assertThatThrownBy(() -> new SampleProfile(1, 0, 0, 1, 0, true, 0, 1))
        .hasMessageContaining("itemNanos");
    assertThatThrownBy(() -> new SampleProfile(1, 1, -1, 1, 0, true, 0, 1))
        .hasMessageContaining("itemSdNanos");
    assertThatThrownBy(() -> new SampleProfile(1, 1, 0, 2, 0, true, 0, 1))
        .hasMessageContaining("cpuShare");
    assertThatThrownBy(() -> new SampleProfile(1, 1, 0, 1, -1, true, 0, 1))
        .hasMessageContaining("bytesPerItem");
    assertThatThrownBy(
            () -> new PlanCandidate(io.amorsize.execution.ExecutionPlan.serial(1), 1, 2, 3, false))
        .hasMessageContaining("need 0 < lower <= estimatedSpeedup <= upper");
  }
}
