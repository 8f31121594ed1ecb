package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.host.HostCounters.CpuTicks;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HostActivityTest {

  private static HostCounters counters(CpuTicks ticks, long throttled, long pages, long cpuNanos) {
    return new HostCounters(
        Optional.of(ticks),
        OptionalLong.of(throttled),
        OptionalLong.of(pages),
        OptionalLong.of(cpuNanos));
  }

  @Test
  void whatOthersTookIsWhatWasBusyLessOurs() {
    HostActivity activity =
        HostActivity.between(
            counters(new CpuTicks(4, 1000, 50, 9000), 3, 10, 2_000_000_000L),
            counters(new CpuTicks(4, 1300, 70, 9400), 5, 17, 2_500_000_000L),
            1_000_000_000L);
    // 300 of 400 ticks on 4 CPUs: 3 were busy, half of one with us.
    assertThat(activity.othersCores().orElseThrow()).isCloseTo(2.5, within(1e-12));
    assertThat(activity.stolenShare().orElseThrow()).isCloseTo(0.05, within(1e-12));
    assertThat(activity.throttledPeriods()).hasValue(2);
    assertThat(activity.swappedPages()).hasValue(7);
  }

  @Test
  void ticksThatWeTookAloneLeaveNothingToOthers() {
    HostActivity activity =
        HostActivity.between(
            counters(new CpuTicks(2, 0, 0, 0), 0, 0, 0),
            counters(new CpuTicks(2, 20, 0, 40), 0, 0, 250_000_000L),
            200_000_000L);
    assertThat(activity.othersCores()).hasValue(0);
  }

  @Test
  void aFewTicksTellNothing() {
    HostActivity activity =
        HostActivity.between(
            counters(new CpuTicks(2, 0, 0, 0), 0, 0, 0),
            counters(new CpuTicks(2, 19, 19, 19), 0, 0, 0),
            95_000_000L);
    assertThat(activity.othersCores()).isEmpty();
    assertThat(activity.stolenShare()).isEmpty();
    assertThat(activity.swappedPages()).hasValue(0);
  }

  @Test
  void whatIsNotCountedIsUnknown() {
    HostCounters none =
        new HostCounters(
            Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    HostCounters some = counters(new CpuTicks(1, 100, 0, 100), 1, 1, 1);
    HostActivity activity = HostActivity.between(none, some, 1_000_000_000L);
    assertThat(activity.othersCores()).isEmpty();
    assertThat(activity.stolenShare()).isEmpty();
    assertThat(activity.throttledPeriods()).isEmpty();
    assertThat(activity.swappedPages()).isEmpty();
  }

  @Test
  void countersThatWereSetBackCountAsZero() {
    HostActivity activity =
        HostActivity.between(
            counters(new CpuTicks(1, 100, 9, 100), 5, 5, 0),
            counters(new CpuTicks(1, 50, 3, 200), 4, 4, 0),
            1_000_000_000L);
    assertThat(activity.othersCores()).hasValue(0);
    assertThat(activity.stolenShare()).hasValue(0);
    assertThat(activity.throttledPeriods()).hasValue(0);
    assertThat(activity.swappedPages()).hasValue(0);
  }
}
