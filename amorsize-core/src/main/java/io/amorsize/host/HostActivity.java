package io.amorsize.host;

import static java.util.Objects.requireNonNull;

import io.amorsize.host.HostCounters.CpuTicks;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What happened on a host between two moments; empty where the system does not tell.
 *
 * @param othersCores CPUs that other processes kept busy, on average
 * @param stolenShare share of the CPUs' time that the hypervisor gave to other machines, 0 to 1
 * @param throttledPeriods how often this process was stopped for having used up its quota
 * @param swappedPages pages that were moved to and from the swap space
 */
public record HostActivity(
    OptionalDouble othersCores,
    OptionalDouble stolenShare,
    OptionalLong throttledPeriods,
    OptionalLong swappedPages) {

  /** Shorter spans hold too few ticks (10 ms on most systems) to divide by. */
  private static final int FEWEST_TICKS_PER_CPU = 10;

  /** Checks that nothing is missing. */
  public HostActivity {
    requireNonNull(othersCores, "othersCores is null");
    requireNonNull(stolenShare, "stolenShare is null");
    requireNonNull(throttledPeriods, "throttledPeriods is null");
    requireNonNull(swappedPages, "swappedPages is null");
  }

  /**
   * What the counters say.
   *
   * @param before counters at the first moment
   * @param after counters at the second
   * @param elapsedNanos time between the two
   */
  public static HostActivity between(HostCounters before, HostCounters after, long elapsedNanos) {
    Optional<CpuTicks> cpu =
        before
            .cpu()
            .flatMap(first -> after.cpu().map(last -> difference(first, last)))
            .filter(ticks -> ticks.all() >= (long) FEWEST_TICKS_PER_CPU * ticks.cpus());
    OptionalLong own = difference(before.ownCpuNanos(), after.ownCpuNanos());
    return new HostActivity(
        cpu.isPresent() && own.isPresent() && elapsedNanos > 0
            ? OptionalDouble.of(others(cpu.get(), (double) own.getAsLong() / elapsedNanos))
            : OptionalDouble.empty(),
        cpu.map(ticks -> OptionalDouble.of((double) ticks.stolen() / ticks.all()))
            .orElse(OptionalDouble.empty()),
        difference(before.throttledPeriods(), after.throttledPeriods()),
        difference(before.swappedPages(), after.swappedPages()));
  }

  private static double others(CpuTicks ticks, double ownCores) {
    return Math.max(0, (double) ticks.busy() / ticks.all() * ticks.cpus() - ownCores);
  }

  private static CpuTicks difference(CpuTicks before, CpuTicks after) {
    return new CpuTicks(
        after.cpus(),
        Math.max(0, after.busy() - before.busy()),
        Math.max(0, after.stolen() - before.stolen()),
        Math.max(0, after.all() - before.all()));
  }

  private static OptionalLong difference(OptionalLong before, OptionalLong after) {
    return before.isPresent() && after.isPresent()
        ? OptionalLong.of(Math.max(0, after.getAsLong() - before.getAsLong()))
        : OptionalLong.empty();
  }
}
