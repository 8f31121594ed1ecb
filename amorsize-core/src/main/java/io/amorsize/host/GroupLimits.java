package io.amorsize.host;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the control groups leave to this process: CPU quota and memory limit, of version 1 or 2, by
 * the strictest of the groups that it is in.
 */
final class GroupLimits {

  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  /** Version 1 writes no limit as the largest multiple of a page. */
  private static final double LEAST_NO_LIMIT = 0x1p62;

  private final SystemFiles files;
  private final List<String> unified;
  private final List<String> cpu;
  private final List<String> memory;

  GroupLimits(SystemFiles files) {
    ControlGroups groups = new ControlGroups(files);
    this.files = files;
    this.unified = groups.unified();
    this.cpu = groups.ofController("cpu");
    this.memory = groups.ofController("memory");
  }

  /** CPU time that is granted for each unit of time; infinite for no quota, empty if unknown. */
  OptionalDouble quotaCores() {
    return strictest(unified, this::unifiedQuota, cpu, this::controllerQuota);
  }

  /** Bytes of memory that may be used; infinite for no limit, empty if unknown. */
  OptionalDouble memoryBytes() {
    return strictest(
        unified,
        folder -> limit(files.number(folder + "/memory.max")),
        memory,
        folder -> limit(files.number(folder + "/memory.limit_in_bytes")));
  }

  /** Bytes that are left below the limits; infinite for no limit, empty if unknown. */
  OptionalDouble memoryLeftBytes() {
    return strictest(
        unified,
        folder -> left(folder, "/memory.max", "/memory.current", "inactive_file"),
        memory,
        folder ->
            left(
                folder, "/memory.limit_in_bytes", "/memory.usage_in_bytes", "total_inactive_file"));
  }

  /** How often the groups have been stopped for having used up their quota; empty if unknown. */
  OptionalLong throttledPeriods() {
    long[] counts =
        Stream.concat(unified.stream(), cpu.stream())
            .map(folder -> files.numberAfter(folder + "/cpu.stat", "nr_throttled"))
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .toArray();
    return counts.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(java.util.Arrays.stream(counts).sum());
  }

  private static OptionalDouble strictest(
      List<String> unified,
      ToDoubleFunction<String> ofUnified,
      List<String> controller,
      ToDoubleFunction<String> ofController) {
    return DoubleStream.concat(
            unified.stream().mapToDouble(ofUnified), controller.stream().mapToDouble(ofController))
        .min();
  }

  /** {@code cpu.max} holds the quota or {@code max}, and the period, in microseconds. */
  private double unifiedQuota(String folder) {
    String[] words = files.text(folder + "/cpu.max").orElse("").split("\\s+");
    return words.length == 2
        ? quota(SystemFiles.wholeNumber(words[0]), SystemFiles.wholeNumber(words[1]))
        : NO_LIMIT;
  }

  private double controllerQuota(String folder) {
    return quota(
        files.number(folder + "/cpu.cfs_quota_us"), files.number(folder + "/cpu.cfs_period_us"));
  }

  private static double quota(OptionalLong quota, OptionalLong period) {
    return quota.orElse(-1) > 0 && period.orElse(-1) > 0
        ? (double) quota.getAsLong() / period.getAsLong()
        : NO_LIMIT;
  }

  private static double limit(OptionalLong bytes) {
    double limit = bytes.isPresent() ? bytes.getAsLong() : NO_LIMIT;
    return limit >= LEAST_NO_LIMIT ? NO_LIMIT : limit;
  }

  /** Cached files that nobody reads any more are given up before the limit is felt. */
  private double left(String folder, String limitFile, String usageFile, String cachedWord) {
    long used = files.number(folder + usageFile).orElse(0);
    long cached = files.numberAfter(folder + "/memory.stat", cachedWord).orElse(0);
    return limit(files.number(folder + limitFile)) - Math.max(0, used - cached);
  }
}
