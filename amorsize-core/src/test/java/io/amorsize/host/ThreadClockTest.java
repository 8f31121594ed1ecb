package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThreadClockTest {

  @Test
  void readsWhatTheSchedulerWrites() {
    assertThat(ThreadClock.parseDelay("93549 3317337 2\n")).isEqualTo(3_317_337);
    String status = "Name:\tx\nvoluntary_ctxt_switches:\t37\nnonvoluntary_ctxt_switches:\t5\n";
    assertThat(ThreadClock.parseSwitches(status)).isEqualTo(37);
  }

  @Test
  void aLineOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> ThreadClock.parseDelay("disabled"))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> ThreadClock.parseSwitches("Name:\tjava\nState:\tR (running)\n"))
        .hasMessageContaining("no voluntary_ctxt_switches");
  }

  @Test
  void aThreadThatComputesUsesItsCore() {
    ThreadClock.Reading before = ThreadClock.readBefore();
    long z = 1;
    for (int i = 0; i < 20_000_000; i++) {
      z = z * 31 + i;
    }
    ThreadClock.Reading after = ThreadClock.readAfter();
    assertThat(z).isNotZero();
    assertThat(after.cpuNanos()).isGreaterThan(before.cpuNanos());
    assertThat(after.delayNanos()).isGreaterThanOrEqualTo(before.delayNanos());
  }

  @Test
  void aThreadThatParksIsCounted() throws InterruptedException {
    long before = ThreadClock.lockWaits();
    Thread.sleep(1);
    Thread.sleep(1);
    assertThat(ThreadClock.lockWaits()).isGreaterThanOrEqualTo(before + 2);
  }
}
