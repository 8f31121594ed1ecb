package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RunQueueTest {

  @Test
  void readsWhatLinuxWrites() {
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

  /** Not again within 2 ms; within 20 ms if two looks agreed and there are no more to explain. */
  @Test
  void allThreadsAreLookedAtAgainWhereThatMayTellMore() {
    RunQueue.LookAtAll once = new RunQueue.LookAtAll(0, false, 0).then(1, 100_000_000);
    assertThat(once.tells(9, 101_999_999)).isTrue();
    assertThat(once.tells(1, 102_000_000)).isFalse();
    RunQueue.LookAtAll twice = once.then(1, 119_999_999);
    assertThat(twice.tells(9, 121_999_998)).isTrue();
    assertThat(twice.tells(1, 139_999_998)).isTrue();
    assertThat(twice.tells(2, 139_999_998)).isFalse();
    assertThat(twice.tells(1, 139_999_999)).isFalse();
    assertThat(once.then(2, 119_999_999).tells(1, 139_999_998)).isFalse();
    assertThat(once.then(1, 120_000_000).tells(1, 139_999_998)).isFalse();
  }
}
