package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RunQueueTest {

  @Test
  void readsWhatLinuxWrites() {
    assertThat(RunQueue.parseRunnable("0.20 0.18 0.12 3/80 11206\n")).isEqualTo(3);
    assertThat(RunQueue.parseRunnable("0.20 0.18 0.12 0/80 11206\n")).isEqualTo(1);
    assertThat(RunQueue.parseCount("0-3,8,10-11")).isEqualTo(7);
    assertThat(RunQueue.parseCount("0")).isEqualTo(1);
    assertThat(RunQueue.isRunningLine("11206 (C2 (x) CompilerThre) R 1 11206")).isTrue();
    assertThat(RunQueue.isRunningLine("11206 (R main) S 1 11206")).isFalse();
  }

  @Test
  void threadsOfThisJvmAreNoOthers() throws InterruptedException {
    int busy = 2 * Runtime.getRuntime().availableProcessors() + 20;
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < busy; i++) {
      Thread thread =
          new Thread(
              () -> {
                while (!over.get()) {
                  Thread.onSpinWait();
                }
              });
      threads.add(thread);
      thread.start();
    }
    int least = Integer.MAX_VALUE;
    for (int look = 0; look < 5; look++) {
      least = Math.min(least, RunQueue.others());
    }
    over.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(least).isBetween(0, busy - 1);
  }

  @Test
  void thisThreadWantsToRun() {
    assertThat(RunQueue.runnable()).isGreaterThanOrEqualTo(1);
    assertThat(RunQueue.processors())
        .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
  }
}
