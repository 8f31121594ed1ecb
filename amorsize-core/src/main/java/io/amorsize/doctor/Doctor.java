package io.amorsize.doctor;

import io.amorsize.host.HostActivity;
import io.amorsize.host.HostCounters;
import io.amorsize.host.HostFacts;
import io.amorsize.host.HostProbe;
import io.amorsize.host.HostReader;
import io.amorsize.ruler.RulerReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Asks whether a host and its JVM are fit to plan and to measure.
 *
 * <p>The calling thread must not be at work for a parallel map, whose nested calls stay on their
 * thread.
 */
public final class Doctor {

  private static final String VM_INFO = "java.vm.info";

  private final Supplier<HostFacts> facts;
  private final Supplier<HostCounters> counters;
  private final Instruments instruments;

  Doctor(Supplier<HostFacts> facts, Supplier<HostCounters> counters, Instruments instruments) {
    this.facts = facts;
    this.counters = counters;
    this.instruments = instruments;
  }

  /** The doctor of this host and of this JVM. */
  public static Doctor ofThisJvm() {
    HostReader host = HostReader.ofThisSystem();
    return new Doctor(
        () -> host.facts(HostProbe.current(), System.getProperty(VM_INFO, "")),
        host::counters,
        Instruments.real());
  }

  /**
   * The doctor of this host and of JVMs that are started with other arguments.
   *
   * @param jvmArgs all arguments of those JVMs
   */
  public static Doctor ofJvmsWith(List<String> jvmArgs) {
    Doctor here = ofThisJvm();
    JvmFlags flags = new JvmFlags(jvmArgs);
    return new Doctor(
        () -> {
          HostFacts own = here.facts.get();
          return own.forJvm(jvmArgs, flags.maxHeapBytes().orElse(own.profile().maxHeapBytes()));
        },
        here.counters,
        here.instruments);
  }

  /** Makes all checks. */
  public HealthReport examine(Depth depth) {
    Evidence evidence = evidence(depth);
    return new HealthReport(
        evidence.profile(),
        Check.ALL.stream()
            .map(check -> new CheckResult(check.subject(), check.code(), check.answer(evidence)))
            .toList());
  }

  private Evidence evidence(Depth depth) {
    HostFacts host = facts.get();
    HostCounters before = counters.get();
    long start = instruments.nanoClock().getAsLong();
    int processors = host.profile().availableProcessors();
    PoolReading pool = pool(Math.max(2, processors), depth);
    ClockReading clocks = new ClockProbe(instruments.nanoClock(), instruments.cpuClock()).read();
    List<RulerReading> rulers = rulers(host, depth);
    long elapsedNanos = instruments.nanoClock().getAsLong() - start;
    HostActivity activity = HostActivity.between(before, counters.get(), elapsedNanos);
    return new Evidence(host, activity, clocks, pool, rulers);
  }

  /** The first call comes first: what follows finds the pool's threads started. */
  private PoolReading pool(int threads, Depth depth) {
    PoolProbe probe =
        new PoolProbe(
            instruments.runner(),
            instruments.nanoClock(),
            instruments.pause(),
            instruments.patience());
    OptionalDouble start = probe.helperNanos();
    Optional<String> fault = ExecutorTrial.fault(instruments.runner(), threads);
    return new PoolReading(
        fault,
        start,
        start.isPresent() ? probe.wakeNanos(depth.wakeUps()) : OptionalDouble.empty(),
        probe.chunkNanos(threads, depth.dispatchRounds()));
  }

  /** One thread for each physical core: two threads of one core never get two cores. */
  private List<RulerReading> rulers(HostFacts host, Depth depth) {
    int cores = Math.min(host.profile().availableProcessors(), CoresBehindProcessors.cores(host));
    return cores < 2
        ? List.of()
        : IntStream.range(0, depth.rulerReadings())
            .mapToObj(reading -> instruments.ruler().apply(cores))
            .toList();
  }
}
