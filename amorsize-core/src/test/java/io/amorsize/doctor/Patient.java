package io.amorsize.doctor;

import io.amorsize.host.CpuFacts;
import io.amorsize.host.CpuScaling;
import io.amorsize.host.HostActivity;
import io.amorsize.host.HostFacts;
import io.amorsize.host.HostProfile;
import io.amorsize.host.MemoryFacts;
import io.amorsize.ruler.RulerReading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A host of 4 cores in perfect health, of which a test spoils what it asks about. */
final class Patient {

  static final long GIB = 1L << 30;

  int processors = 4;
  int logicalCores = 4;
  int physicalCores = 4;
  long maxHeapBytes = 4 * GIB;
  List<String> jvmArgs = List.of();
  String vmInfo = "mixed mode, sharing";
  OptionalInt online = OptionalInt.of(4);
  OptionalInt allowed = OptionalInt.of(4);
  OptionalInt allowedCores = OptionalInt.of(4);
  OptionalDouble quota = OptionalDouble.of(Double.POSITIVE_INFINITY);
  OptionalDouble load = OptionalDouble.of(0.1);
  CpuScaling scaling =
      new CpuScaling(List.of("performance"), Optional.of("acpi-cpufreq"), Optional.of(false));
  MemoryFacts memory = memory(16 * GIB, 8 * GIB, 0);
  OptionalDouble others = OptionalDouble.of(0);
  OptionalDouble stolen = OptionalDouble.of(0);
  OptionalLong throttled = OptionalLong.of(0);
  OptionalLong swapped = OptionalLong.of(0);
  ClockReading clocks = new ClockReading(25, 25, OptionalDouble.of(600));
  PoolReading pool = pool(1e6, 30e3, 100);
  List<RulerReading> rulers = rulers(4, 3.97, 3.9, 3.99);

  static MemoryFacts memory(long limit, long available, long swap) {
    return new MemoryFacts(
        OptionalLong.of(limit), OptionalLong.of(available), OptionalLong.of(swap));
  }

  static PoolReading pool(double start, double wake, double chunk) {
    return new PoolReading(
        Optional.empty(), OptionalDouble.of(start), OptionalDouble.of(wake), chunk);
  }

  static List<RulerReading> rulers(int threads, double... parallelism) {
    return Arrays.stream(parallelism)
        .mapToObj(value -> new RulerReading(threads, 5e6, value))
        .toList();
  }

  HostFacts facts() {
    return new HostFacts(
        new HostProfile(
            "a CPU",
            physicalCores,
            logicalCores,
            processors,
            16 * GIB,
            maxHeapBytes,
            "Linux",
            "amd64",
            "6.1",
            "vendor",
            "17.0.1",
            17,
            jvmArgs),
        vmInfo,
        new CpuFacts(online, allowed, allowedCores, quota, load, scaling),
        memory);
  }

  Evidence evidence() {
    return new Evidence(
        facts(), new HostActivity(others, stolen, throttled, swapped), clocks, pool, rulers);
  }

  /** The answer of a check. */
  Answer asked(Check check) {
    return check.answer(evidence());
  }
}
