package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control groups as systems, containers and older kernels lay them out. */
class GroupLimitsTest {

  private static final String VERSION_1 =
      """
      31 21 0:27 %1$s /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
      32 21 0:28 %1$s /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
      33 21 0:29 / /sys/fs/cgroup/systemd rw - cgroup systemd rw,name=systemd""";

  @TempDir Path folder;
  private SystemTree tree;

  @BeforeEach
  void plant() {
    tree = new SystemTree(folder);
  }

  private GroupLimits limits() {
    return new GroupLimits(tree.files());
  }

  @Test
  void aContainerOfVersion2() {
    tree.unified("/")
        .file("sys/fs/cgroup/cpu.max", "150000 100000")
        .file("sys/fs/cgroup/cpu.stat", "usage_usec 9\nnr_periods 40\nnr_throttled 7")
        .file("sys/fs/cgroup/memory.max", "2000000000")
        .file("sys/fs/cgroup/memory.current", "900000000")
        .file("sys/fs/cgroup/memory.stat", "anon 1\ninactive_file 300000000\nactive_file 5");
    assertThat(limits().quotaCores()).hasValue(1.5);
    assertThat(limits().throttledPeriods()).hasValue(7);
    assertThat(limits().memoryBytes()).hasValue(2e9);
    // 2000 - (900 - 300) MB: cached files that nobody reads are given up first.
    assertThat(limits().memoryLeftBytes()).hasValue(1.4e9);
  }

  @Test
  void theStrictestGroupAboveCounts() {
    tree.unified("/system.slice/night.service")
        .file("sys/fs/cgroup/system.slice/night.service/cpu.max", "max 100000")
        .file("sys/fs/cgroup/system.slice/night.service/memory.max", "max")
        .file("sys/fs/cgroup/system.slice/cpu.max", "50000 100000")
        .file("sys/fs/cgroup/system.slice/memory.max", "1000000")
        .file("sys/fs/cgroup/system.slice/memory.current", "400000");
    assertThat(limits().quotaCores()).hasValue(0.5);
    assertThat(limits().memoryBytes()).hasValue(1e6);
    assertThat(limits().memoryLeftBytes()).hasValue(6e5);
  }

  @Test
  void noLimitIsKnownToBeNone() {
    tree.unified("/user.slice");
    assertThat(limits().quotaCores()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(limits().memoryBytes()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(limits().memoryLeftBytes()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(limits().throttledPeriods()).isEmpty();
  }

  @Test
  void aContainerOfVersion1SeesItsFolderAsTheMountPoint() {
    tree.groups(
            VERSION_1.formatted("/docker/abc"),
            "5:memory:/docker/abc\n4:cpu,cpuacct:/docker/abc\n1:name=systemd:/docker/abc")
        .file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "250000")
        .file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000")
        .file("sys/fs/cgroup/cpu,cpuacct/cpu.stat", "nr_periods 5\nnr_throttled 3")
        .file("sys/fs/cgroup/memory/memory.limit_in_bytes", "3000000000")
        .file("sys/fs/cgroup/memory/memory.usage_in_bytes", "1000000000")
        .file("sys/fs/cgroup/memory/memory.stat", "cache 9\ntotal_inactive_file 500000000");
    assertThat(limits().quotaCores()).hasValue(2.5);
    assertThat(limits().throttledPeriods()).hasValue(3);
    assertThat(limits().memoryBytes()).hasValue(3e9);
    assertThat(limits().memoryLeftBytes()).hasValue(2.5e9);
  }

  @Test
  void aHostOfVersion1WritesNoLimitAsALargeNumber() {
    tree.groups(VERSION_1.formatted("/"), "5:memory:/user/1000\n4:cpu,cpuacct:/\n1:name=systemd:/")
        .file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1")
        .file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000")
        .file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712")
        .file("sys/fs/cgroup/memory/user/1000/memory.limit_in_bytes", "8000000")
        .file("sys/fs/cgroup/memory/user/1000/memory.usage_in_bytes", "9000000");
    assertThat(limits().quotaCores()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(limits().memoryBytes()).hasValue(8e6);
    assertThat(limits().memoryLeftBytes()).hasValue(-1e6);
  }

  @Test
  void bothVersionsSideBySide() {
    tree.groups(
            VERSION_1.formatted("/")
                + "\n34 21 0:30 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw",
            "4:cpu,cpuacct:/job\n0::/job")
        .file("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "100000")
        .file("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "50000");
    assertThat(limits().quotaCores()).hasValue(2.0);
  }

  @Test
  void anotherNamespacesPathFallsBackToTheMountPoint() {
    tree.unified("/../../other").file("sys/fs/cgroup/cpu.max", "300000 100000");
    assertThat(limits().quotaCores()).hasValue(3.0);
  }

  @Test
  void aMountPointWithABlank() {
    tree.groups("30 21 0:26 / /sys/fs/c\\040g rw - cgroup2 none rw", "0::/")
        .file("sys/fs/c g/cpu.max", "200000 100000");
    assertThat(limits().quotaCores()).hasValue(2.0);
  }

  @Test
  void withoutControlGroupsNothingIsKnown() {
    assertThat(limits().quotaCores()).isEmpty();
    assertThat(limits().memoryBytes()).isEmpty();
    assertThat(limits().memoryLeftBytes()).isEmpty();
    assertThat(limits().throttledPeriods()).isEmpty();
  }

  @Test
  void damagedFilesLimitNothing() {
    tree.groups("30 21\n- - -\n30 21 0:26 / /sys/fs/cgroup rw - cgroup2 none rw", "no colons\n0::/")
        .file("sys/fs/cgroup/cpu.max", "half")
        .file("sys/fs/cgroup/memory.max", "")
        .file("sys/fs/cgroup/cpu.stat", "nr_throttled many\nnr_throttled");
    assertThat(limits().quotaCores()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(limits().memoryBytes()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(limits().throttledPeriods()).isEmpty();
  }
}
