package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HeldMonitorsTest {

  private final Object before = new Object();
  private final Object within = new Object();
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  /** Its frame is the bound of a look. */
  private static final class Caller {
    static void call(Runnable items) {
      items.run();
    }
  }

  private void holdBoth() {
    synchronized (before) {
      Caller.call(this::holdOneMore);
    }
  }

  private void holdOneMore() {
    synchronized (within) {
      inside.countDown();
      try {
        leave.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void seesWhatWasTakenInWhatTheCallerCalled() throws InterruptedException {
    Thread holder = new Thread(this::holdBoth);
    holder.start();
    inside.await();
    Set<String> held = HeldMonitors.above(holder.getId(), Caller.class.getName());
    assertThat(held).hasSize(1);
    assertThat(HeldMonitors.above(holder.getId(), Caller.class.getName())).isEqualTo(held);
    assertThat(HeldMonitors.above(holder.getId(), "no.such.Caller")).isEmpty();
    leave.countDown();
    holder.join();
    assertThat(HeldMonitors.above(holder.getId(), Caller.class.getName())).isEmpty();
  }
}
