package io.amorsize.doctor;

import io.amorsize.host.CpuFacts;
import io.amorsize.host.CpuScaling;
import io.amorsize.host.HostActivity;
import io.amorsize.host.HostFacts;
import io.amorsize.host.HostProfile;
import io.amorsize.host.MemoryFacts;
import io.amorsize.ruler.RulerReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the doctor says of a virtual machine with two cores, which knows nothing of its clock. */
public final class TwoCores {

  private static final int CORES = 2;
  private static final long GIB = 1L << 30;

  private TwoCores() {}

  /**
   * All checks.
   *
   * @param given cores that fixed work got, 0 to 2
   * @param others cores that other processes kept busy, 0 to 2
   * @param load of a minute, at least 0
   */
  public static HealthReport report(double given, double others, double load) {
    Evidence evidence =
        new Evidence(
            facts(load),
            new HostActivity(
                OptionalDouble.of(others),
                OptionalDouble.of(0),
                OptionalLong.of(0),
                OptionalLong.of(0)),
            new ClockReading(25, 25, OptionalDouble.of(600)),
            new PoolReading(Optional.empty(), OptionalDouble.of(1e6), OptionalDouble.of(30e3), 100),
            List.of(new RulerReading(CORES, 5e6, given)));
    return new HealthReport(
        evidence.profile(),
        Check.ALL.stream()
            .map(check -> new CheckResult(check.subject(), check.code(), check.answer(evidence)))
            .toList());
  }

  private static HostFacts facts(double load) {
    HostProfile profile =
        new HostProfile(
            "AMD EPYC",
            CORES,
            CORES,
            CORES,
            16 * GIB,
            4 * GIB,
            "Linux",
            "amd64",
            "6.1",
            "Debian",
            "17.0.15",
            17,
            List.of());
    CpuFacts cpu =
        new CpuFacts(
            OptionalInt.of(CORES),
            OptionalInt.of(CORES),
            OptionalInt.of(CORES),
            OptionalDouble.of(Double.POSITIVE_INFINITY),
            OptionalDouble.of(load),
            new CpuScaling(List.of(), Optional.empty(), Optional.empty()));
    MemoryFacts memory =
        new MemoryFacts(OptionalLong.of(16 * GIB), OptionalLong.of(8 * GIB), OptionalLong.of(0));
    return new HostFacts(profile, "mixed mode, sharing", cpu, memory);
  }
}
