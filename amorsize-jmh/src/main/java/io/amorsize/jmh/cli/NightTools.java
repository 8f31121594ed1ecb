package io.amorsize.jmh.cli;

import io.amorsize.doctor.Depth;
import io.amorsize.doctor.Doctor;
import io.amorsize.doctor.HealthReport;
import io.amorsize.jmh.night.NightLock;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.SessionLock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The slow and changing things behind a night; tests put others in their place.
 *
 * @param clock tells the time of day
 * @param nanoTime measures time
 * @param suites makes what measures workloads
 * @param forks makes what runs forks of jars
 * @param lock keeps other JMH runs away
 * @param doctor examines the host and JVMs that are started with some arguments
 * @param programJar the jar of this program; empty where it runs from classes
 * @param owner this process
 */
record NightTools(
    Clock clock,
    LongSupplier nanoTime,
    Supplier<PerformanceSuite> suites,
    ForkSource forks,
    Supplier<SessionLock> lock,
    Function<List<String>, HealthReport> doctor,
    Optional<Path> programJar,
    NightLock.Owner owner) {

  /** Linux counts a start from the time of booting, which moves when the clock is set. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  /** The real ones. */
  static NightTools real(Supplier<PerformanceSuite> suites, ForkSource forks) {
    return new NightTools(
        Clock.system(ZoneId.systemDefault()),
        System::nanoTime,
        suites,
        forks,
        SessionLock::acquire,
        jvmArgs -> Doctor.ofJvmsWith(jvmArgs).examine(Depth.FULL),
        BenchmarkJar.holding(Main.class),
        thisProcess());
  }

  private static NightLock.Owner thisProcess() {
    ProcessHandle process = ProcessHandle.current();
    return new NightLock.Owner(
        System.getProperty("user.name", "unknown"),
        host(),
        process.pid(),
        process.info().startInstant().orElse(Instant.EPOCH));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** Whether an owner's process lives on this host; its number may be another's by now. */
  static boolean lives(NightLock.Owner owner) {
    return ProcessHandle.of(owner.pid())
        .flatMap(process -> process.info().startInstant())
        .filter(start -> Duration.between(start, owner.began()).abs().compareTo(CLOCK_STEP) < 0)
        .isPresent();
  }
}
