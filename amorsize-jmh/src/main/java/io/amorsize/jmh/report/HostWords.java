package io.amorsize.jmh.report;

import io.amorsize.host.HostProfile;
import io.amorsize.result.RunEnvironment;
import java.util.ArrayList;
import java.util.List;

/** Where something was measured, in words. */
final class HostWords {

  private HostWords() {}

  /** For example {@code AMD EPYC, 2 cores, Linux, JDK 17 (Debian)}; what is unknown is left out. */
  static String of(RunEnvironment where) {
    List<String> parts = new ArrayList<>();
    add(parts, where.cpuModel());
    if (where.cores() > 0) {
      parts.add(where.cores() + (where.cores() == 1 ? " core" : " cores"));
    }
    add(parts, where.os());
    if (where.jdkFeature() > 0) {
      String vendor =
          where.jdkVendor().equals(HostProfile.UNKNOWN) ? "" : " (" + where.jdkVendor() + ")";
      parts.add("JDK " + where.jdkFeature() + vendor);
    }
    return parts.isEmpty() ? "an unknown machine" : String.join(", ", parts);
  }

  private static void add(List<String> parts, String fact) {
    if (!fact.equals(HostProfile.UNKNOWN)) {
      parts.add(fact);
    }
  }
}
