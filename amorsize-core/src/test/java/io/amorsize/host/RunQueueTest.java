package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunQueueTest {

  @Test
  void readsWhatLinuxWrites() {
    assertThat(RunQueue.parseRunnable("0.20 0.18 0.12 3/80 11206\n")).isEqualTo(3);
    assertThat(RunQueue.parseRunnable("0.20 0.18 0.12 0/80 11206\n")).isEqualTo(1);
    assertThat(RunQueue.parseCount("0-3,8,10-11")).isEqualTo(7);
    assertThat(RunQueue.parseCount("0")).isEqualTo(1);
  }

  @Test
  void thisThreadWantsToRun() {
    assertThat(RunQueue.runnable()).isGreaterThanOrEqualTo(1);
    assertThat(RunQueue.processors())
        .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
  }
}
