package io.amorsize.jmh.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.execution.ExecutionPlan;
import org.junit.jupiter.api.Test;

class SimulatedMachinesTest {

  @Test
  void plansOnLargeMachinesAreCloseToTheBest() {
    for (SimulatedMachines.Regret regret : SimulatedMachines.regrets(1)) {
      // 256 threads take a millisecond to wake; there the rules for chunks are known to be coarse.
      double most = regret.cores() > 64 ? 1.5 : 1.15;
      assertThat(regret.mean()).as("mean on %d cores", regret.cores()).isBetween(1.0, most);
      assertThat(regret.works()).isEqualTo(72);
    }
  }

  @Test
  void aPassIsAddedUpByHand() {
    SimulatedWork work = new SimulatedWork(new double[] {1e6, 1e6, 1e6, 1e6}, 2, 0.5, 0);
    assertThat(work.passNanos(ExecutionPlan.serial(4))).isEqualTo(4e6);
    // Both threads take two items of 1.5 ms; the second wakes after 44 us, and each claims twice.
    assertThat(work.passNanos(ExecutionPlan.platform(2, 1))).isCloseTo(3_044_200, within(1e-6));
  }
}
