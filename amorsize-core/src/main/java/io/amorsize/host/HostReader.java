package io.amorsize.host;

import static java.util.Objects.requireNonNull;

import io.amorsize.host.HostCounters.CpuTicks;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Reads what the operating system tells of this host and of this process. */
public final class HostReader {

  private static final String CPUS = "sys/devices/system/cpu/";
  private static final long KIBIBYTE = 1024;

  private final SystemFiles files;
  private final PortableFigures figures;

  /**
   * A reader of a system.
   *
   * @param files what Linux tells in {@code /proc} and {@code /sys}; it comes first
   * @param figures what other systems tell
   */
  public HostReader(SystemFiles files, PortableFigures figures) {
    this.files = requireNonNull(files, "files is null");
    this.figures = requireNonNull(figures, "figures is null");
  }

  /** A reader of this system. */
  public static HostReader ofThisSystem() {
    return new HostReader(SystemFiles.ofThisSystem(), new ThisSystem());
  }

  /**
   * What the host gives at this moment.
   *
   * @param profile the machine and the JVM
   * @param vmInfo how the JVM runs code, in its own words
   */
  public HostFacts facts(HostProfile profile, String vmInfo) {
    GroupLimits limits = new GroupLimits(files);
    return new HostFacts(profile, vmInfo, cpu(limits), memory(limits, profile));
  }

  /** What the system has counted up to this moment. */
  public HostCounters counters() {
    return new HostCounters(
        CpuTicks.of(files.lines("proc/stat")),
        new GroupLimits(files).throttledPeriods(),
        swappedPages(),
        figures.ownCpuNanos());
  }

  private CpuFacts cpu(GroupLimits limits) {
    Optional<NavigableSet<Integer>> allowed =
        files.lines("proc/self/status").stream()
            .filter(line -> line.startsWith("Cpus_allowed_list:"))
            .findFirst()
            .flatMap(line -> CpuSet.parse(line.substring(line.indexOf(':') + 1)));
    return new CpuFacts(
        size(files.text(CPUS + "online").flatMap(CpuSet::parse)),
        size(allowed),
        allowed.map(this::cores).orElse(OptionalInt.empty()),
        limits.quotaCores(),
        loadAverage(),
        scaling(allowed));
  }

  private static OptionalInt size(Optional<NavigableSet<Integer>> cpus) {
    return cpus.isPresent() ? OptionalInt.of(cpus.get().size()) : OptionalInt.empty();
  }

  /** CPUs that list the same siblings are threads of one core. */
  private OptionalInt cores(NavigableSet<Integer> cpus) {
    List<String> siblings =
        cpus.stream()
            .flatMap(
                cpu -> files.text(CPUS + "cpu" + cpu + "/topology/thread_siblings_list").stream())
            .toList();
    return siblings.size() == cpus.size()
        ? OptionalInt.of((int) siblings.stream().distinct().count())
        : OptionalInt.empty();
  }

  private OptionalDouble loadAverage() {
    String first = files.text("proc/loadavg").orElse("").split(" ")[0];
    try {
      return first.isEmpty()
          ? figures.loadAverage()
          : OptionalDouble.of(Math.max(0, Double.parseDouble(first)));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private CpuScaling scaling(Optional<NavigableSet<Integer>> allowed) {
    List<String> governors =
        allowed.stream()
            .flatMap(NavigableSet::stream)
            .flatMap(cpu -> files.text(CPUS + "cpu" + cpu + "/cpufreq/scaling_governor").stream())
            .distinct()
            .toList();
    Optional<String> driver =
        allowed.flatMap(
            cpus -> files.text(CPUS + "cpu" + cpus.first() + "/cpufreq/scaling_driver"));
    Optional<Boolean> turbo =
        Stream.of(
                files.text(CPUS + "intel_pstate/no_turbo").map(text -> text.equals("0")),
                files.text(CPUS + "cpufreq/boost").map(text -> text.equals("1")))
            .flatMap(Optional::stream)
            .findFirst();
    return new CpuScaling(governors, driver, turbo);
  }

  private MemoryFacts memory(GroupLimits limits, HostProfile profile) {
    OptionalLong machine = kibibytes("MemTotal:");
    if (machine.isEmpty() && profile.memoryBytes() > 0) {
      machine = OptionalLong.of(profile.memoryBytes());
    }
    OptionalLong available = kibibytes("MemAvailable:");
    return new MemoryFacts(
        within(machine, limits.memoryBytes()),
        within(
            available.isPresent() ? available : figures.availableBytes(), limits.memoryLeftBytes()),
        swapUsed());
  }

  private OptionalLong swapUsed() {
    OptionalLong swap = kibibytes("SwapTotal:");
    OptionalLong free = kibibytes("SwapFree:");
    return swap.isPresent() && free.isPresent()
        ? OptionalLong.of(Math.max(0, swap.getAsLong() - free.getAsLong()))
        : figures.swapUsedBytes();
  }

  private OptionalLong kibibytes(String word) {
    OptionalLong number = files.numberAfter("proc/meminfo", word);
    return number.isPresent() ? OptionalLong.of(number.getAsLong() * KIBIBYTE) : number;
  }

  private static OptionalLong within(OptionalLong bytes, OptionalDouble limit) {
    return bytes.isEmpty()
        ? bytes
        : OptionalLong.of(
            Math.max(
                0,
                (long)
                    Math.min((double) bytes.getAsLong(), limit.orElse(Double.POSITIVE_INFINITY))));
  }

  private OptionalLong swappedPages() {
    OptionalLong in = files.numberAfter("proc/vmstat", "pswpin");
    OptionalLong out = files.numberAfter("proc/vmstat", "pswpout");
    return in.isPresent() && out.isPresent()
        ? OptionalLong.of(in.getAsLong() + out.getAsLong())
        : OptionalLong.empty();
  }
}
