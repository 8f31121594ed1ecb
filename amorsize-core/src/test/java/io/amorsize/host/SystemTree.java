package io.amorsize.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree of {@code /proc} and {@code /sys} files that a test writes down. */
final class SystemTree {

  private static final String OTHER_MOUNTS =
      """
      21 26 0:20 / /sys rw,nosuid shared:7 - sysfs sysfs rw
      22 26 0:21 / /proc rw,nosuid shared:14 - proc proc rw
      26 1 254:1 / / rw,relatime shared:1 - ext4 /dev/root rw
      """;

  private final Path root;

  SystemTree(Path root) {
    this.root = root;
  }

  SystemTree file(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Mounts of control groups, among others, and the groups that the process is in. */
  SystemTree groups(String mounts, String memberships) {
    return file("proc/self/mountinfo", OTHER_MOUNTS + mounts).file("proc/self/cgroup", memberships);
  }

  /** One tree of version 2, as systemd and containers have it. */
  SystemTree unified(String path) {
    return groups(
        "30 21 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate",
        "0::" + path);
  }

  SystemTree meminfo(long totalKib, long availableKib, long swapKib, long swapFreeKib) {
    return file(
        "proc/meminfo",
        """
        MemTotal:       %d kB
        MemFree:        1000 kB
        MemAvailable:   %d kB
        SwapTotal:      %d kB
        SwapFree:       %d kB"""
            .formatted(totalKib, availableKib, swapKib, swapFreeKib));
  }

  SystemFiles files() {
    return new SystemFiles(root);
  }
}
