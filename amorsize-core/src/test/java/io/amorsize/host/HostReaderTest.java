package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.host.HostCounters.CpuTicks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostReaderTest {

  private static final String CPU = "sys/devices/system/cpu/";

  private static final HostProfile MACHINE =
      new HostProfile(
          "a CPU",
          4,
          8,
          8,
          5_000_000,
          1_000_000,
          "Linux",
          "amd64",
          "6.1",
          "vendor",
          "17",
          17,
          List.of("-Xint"));

  @TempDir Path folder;
  private SystemTree tree;

  @BeforeEach
  void plant() {
    tree = new SystemTree(folder);
  }

  private HostFacts facts(Figures figures) {
    return new HostReader(tree.files(), figures).facts(MACHINE, "mixed mode");
  }

  private CpuFacts cpu() {
    return facts(Figures.NONE).cpu();
  }

  private MemoryFacts memory() {
    return facts(Figures.NONE).memory();
  }

  private void siblings(int cpu, String list) {
    tree.file(CPU + "cpu" + cpu + "/topology/thread_siblings_list", list);
  }

  @Test
  void affinityAndTheCoresBehindIt() {
    tree.file(CPU + "online", "0-7")
        .file("proc/self/status", "Name:\tjava\nCpus_allowed:\t13\nCpus_allowed_list:\t0-1,4");
    siblings(0, "0,4");
    siblings(1, "1,5");
    siblings(4, "0,4");
    assertThat(cpu().online()).hasValue(8);
    assertThat(cpu().allowed()).hasValue(3);
    assertThat(cpu().allowedCores()).hasValue(2);
  }

  @Test
  void coresAreUnknownWhereACpuDoesNotTell() {
    tree.file("proc/self/status", "Cpus_allowed_list:\t0-1");
    siblings(0, "0");
    assertThat(cpu().allowed()).hasValue(2);
    assertThat(cpu().allowedCores()).isEmpty();
  }

  @Test
  void theClockOfTheAllowedCpus() {
    tree.file("proc/self/status", "Cpus_allowed_list:\t1-2")
        .file(CPU + "cpu0/cpufreq/scaling_governor", "performance")
        .file(CPU + "cpu1/cpufreq/scaling_governor", "powersave")
        .file(CPU + "cpu1/cpufreq/scaling_driver", "intel_pstate")
        .file(CPU + "cpu2/cpufreq/scaling_governor", "powersave")
        .file(CPU + "intel_pstate/no_turbo", "0");
    assertThat(cpu().scaling())
        .isEqualTo(
            new CpuScaling(List.of("powersave"), Optional.of("intel_pstate"), Optional.of(true)));
    tree.file(CPU + "intel_pstate/no_turbo", "1");
    assertThat(cpu().scaling().turbo()).contains(false);
  }

  @Test
  void theBoostOfOtherDrivers() {
    tree.file(CPU + "cpufreq/boost", "1");
    assertThat(cpu().scaling().turbo()).contains(true);
    tree.file(CPU + "cpufreq/boost", "0");
    assertThat(cpu().scaling().turbo()).contains(false);
  }

  @Test
  void loadMemoryAndSwap() {
    tree.file("proc/loadavg", "1.75 0.80 0.40 2/311 4711").meminfo(4000, 3000, 500, 420);
    assertThat(cpu().loadAverage()).hasValue(1.75);
    assertThat(memory())
        .isEqualTo(
            new MemoryFacts(
                OptionalLong.of(4000 * 1024),
                OptionalLong.of(3000 * 1024),
                OptionalLong.of(80 * 1024)));
  }

  @Test
  void theLimitOfTheGroupIsTheMemory() {
    tree.meminfo(4000, 3000, 0, 0)
        .unified("/")
        .file("sys/fs/cgroup/memory.max", "1000000")
        .file("sys/fs/cgroup/memory.current", "250000");
    assertThat(memory().limitBytes()).hasValue(1_000_000);
    assertThat(memory().availableBytes()).hasValue(750_000);
    tree.file("sys/fs/cgroup/memory.current", "1250000");
    assertThat(memory().availableBytes()).hasValue(0);
  }

  @Test
  void whereThereAreNoSuchFilesThePortableFiguresCount() {
    HostFacts elsewhere =
        facts(
            new Figures(
                OptionalDouble.of(3), OptionalLong.of(7), OptionalLong.of(5), OptionalLong.of(9)));
    assertThat(elsewhere.cpu())
        .isEqualTo(
            new CpuFacts(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(3),
                new CpuScaling(List.of(), Optional.empty(), Optional.empty())));
    assertThat(elsewhere.memory())
        .isEqualTo(
            new MemoryFacts(OptionalLong.of(5_000_000), OptionalLong.of(7), OptionalLong.of(5)));
  }

  @Test
  void whatNobodyTellsIsUnknown() {
    HostFacts nothing = facts(Figures.NONE);
    assertThat(nothing.cpu().loadAverage()).isEmpty();
    assertThat(nothing.memory().availableBytes()).isEmpty();
    assertThat(nothing.memory().swapUsedBytes()).isEmpty();
    assertThat(new HostReader(tree.files(), Figures.NONE).counters())
        .isEqualTo(
            new HostCounters(
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty()));
  }

  @Test
  void damagedFilesAreUnknown() {
    tree.file("proc/self/status", "Cpus_allowed_list:\tall of them")
        .file(CPU + "online", "0-")
        .file("proc/loadavg", "much")
        .file("proc/meminfo", "MemTotal: many kB\nSwapTotal:")
        .file("proc/stat", "cpu  1 2 3\ncpu0 1 2 3");
    assertThat(cpu().allowed()).isEmpty();
    assertThat(cpu().online()).isEmpty();
    assertThat(cpu().loadAverage()).isEmpty();
    assertThat(memory().limitBytes()).hasValue(5_000_000);
    assertThat(memory().swapUsedBytes()).isEmpty();
    assertThat(new HostReader(tree.files(), Figures.NONE).counters().cpu()).isEmpty();
  }

  @Test
  void countersOfTheSystem() {
    tree.file(
            "proc/stat",
            """
            cpu  100 10 20 800 5 1 2 7 50 0
            cpu0 50 5 10 400 2 1 1 3 25 0
            cpu1 50 5 10 400 3 0 1 4 25 0
            intr 12345""")
        .file("proc/vmstat", "pgfault 99\npswpin 11\npswpout 31");
    HostCounters counters =
        new HostReader(
                tree.files(),
                new Figures(
                    OptionalDouble.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.of(9)))
            .counters();
    // busy: user, nice, system, irq, softirq; guests (50) are part of user.
    assertThat(counters.cpu()).contains(new CpuTicks(2, 133, 7, 945));
    assertThat(counters.swappedPages()).hasValue(42);
    assertThat(counters.ownCpuNanos()).hasValue(9);
  }

  @Test
  void thisSystemTellsOfItself() {
    HostReader here = HostReader.ofThisSystem();
    HostFacts facts = here.facts(HostProbe.current(), "mixed mode");
    assertThat(facts.profile()).isSameAs(HostProbe.current());
    assertThat(facts.memory().limitBytes().orElse(1)).isPositive();
    assertThat(facts.cpu().allowed().orElse(1)).isPositive();
    assertThat(here.counters().ownCpuNanos().orElse(0)).isNotNegative();
    PortableFigures figures = new ThisSystem();
    assertThat(figures.availableBytes().orElse(0)).isNotNegative();
    assertThat(figures.swapUsedBytes().orElse(0)).isNotNegative();
    assertThat(figures.loadAverage().orElse(0)).isNotNegative();
  }

  @Test
  void theSameHostForAnotherJvm() {
    HostFacts other = facts(Figures.NONE).forJvm(List.of("-ea"), 77);
    assertThat(other.profile().jvmArgs()).containsExactly("-ea");
    assertThat(other.profile().maxHeapBytes()).isEqualTo(77);
    assertThat(other.profile().cpuModel()).isEqualTo("a CPU");
    assertThat(other.profile().physicalCores()).isEqualTo(4);
    assertThat(other.profile().logicalCores()).isEqualTo(8);
    assertThat(other.vmInfo()).isEqualTo("mixed mode");
  }

  @Test
  void factsSayWhatIsOutOfRange() {
    CpuScaling scaling = new CpuScaling(List.of(), Optional.empty(), Optional.empty());
    OptionalInt two = OptionalInt.of(2);
    assertThatThrownBy(
            () ->
                new CpuFacts(
                    two,
                    OptionalInt.of(0),
                    two,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    scaling))
        .hasMessageContaining("counts of CPUs must be at least 1");
    assertThatThrownBy(
            () ->
                new CpuFacts(two, two, two, OptionalDouble.of(0), OptionalDouble.empty(), scaling))
        .hasMessageContaining("quotaCores > 0");
    assertThatThrownBy(
            () -> new MemoryFacts(OptionalLong.of(-1), OptionalLong.empty(), OptionalLong.empty()))
        .hasMessageContaining("must not be negative");
    assertThatThrownBy(() -> new CpuTicks(0, 1, 1, 1)).hasMessage("cpus must be at least 1, is 0");
  }
}
