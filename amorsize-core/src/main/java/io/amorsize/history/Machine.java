package io.amorsize.history;

import io.amorsize.host.HostProfile;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RunEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What splits a series: points of one machine and JVM can be compared, others cannot. What is not
 * known is the same for all.
 *
 * @param cpuModel the processor's name; empty where unknown
 * @param cores processors that the JVM could use; 0 where unknown
 * @param jdk feature release of the measuring JVM; 0 where unknown
 * @param jvm vendor of the JVM or, where that is unknown, its name; empty where unknown
 */
public record Machine(String cpuModel, int cores, int jdk, String jvm)
    implements Comparable<Machine> {

  /** The machine that a point was measured on. */
  public static Machine of(SeriesPoint point) {
    Optional<RunEnvironment> where = point.run().origin().environment();
    RowSettings settings = point.settings();
    return new Machine(
        where.map(RunEnvironment::cpuModel).map(Machine::known).orElse(""),
        where.map(RunEnvironment::cores).orElse(0),
        settings
            .jdkVersion()
            .map(Machine::feature)
            .or(() -> where.map(RunEnvironment::jdkFeature))
            .orElse(0),
        where
            .map(RunEnvironment::jdkVendor)
            .map(Machine::known)
            .filter(vendor -> !vendor.isEmpty())
            .or(settings::vmName)
            .orElse(""));
  }

  private static String known(String text) {
    return text.equals(HostProfile.UNKNOWN) ? "" : text;
  }

  /** The feature release in a version such as 1.8.0_202, 17.0.9 or 25-ea; 0 where there is none. */
  private static int feature(String version) {
    String digits = version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*", "");
    return digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
  }

  /** Whether the processor is known. */
  public boolean isKnown() {
    return !cpuModel.isEmpty();
  }

  @Override
  public int compareTo(Machine other) {
    return toString().compareTo(other.toString());
  }

  /** For people: {@code AMD EPYC 7763, 4 cores, JDK 17 (Temurin)}. */
  @Override
  public String toString() {
    List<String> facts = new ArrayList<>();
    facts.add(cpuModel.isEmpty() ? "unknown CPU" : cpuModel);
    if (cores > 0) {
      facts.add(cores == 1 ? "1 core" : cores + " cores");
    }
    if (jdk > 0) {
      facts.add("JDK " + jdk + (jvm.isEmpty() ? "" : " (" + jvm + ")"));
    } else if (!jvm.isEmpty()) {
      facts.add(jvm);
    }
    return String.join(", ", facts);
  }
}
