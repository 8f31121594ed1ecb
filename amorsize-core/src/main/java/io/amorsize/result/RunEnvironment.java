package io.amorsize.result;

import io.amorsize.host.HostProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where something was measured, as far as it matters to a comparison. Holds no host name. Text that
 * is not known is {@link HostProfile#UNKNOWN}, a number that is not known is 0.
 *
 * @param cpuModel the processor's name
 * @param cores processors that the JVM could use
 * @param os operating system family
 * @param architecture processor architecture
 * @param kernel version of the kernel
 * @param jdkVendor vendor of the JVM
 * @param jdkFeature feature release of the JVM
 * @param jvmArgs arguments given to the measuring JVM; the secrets in them are replaced by stars
 */
public record RunEnvironment(
    String cpuModel,
    int cores,
    String os,
    String architecture,
    String kernel,
    String jdkVendor,
    int jdkFeature,
    List<String> jvmArgs) {

  /** Copies the arguments. */
  public RunEnvironment {
    jvmArgs = Secrets.hidden(jvmArgs);
  }

  /** This machine, with JVMs that are started with these arguments. */
  public static RunEnvironment of(HostProfile host, List<String> jvmArgs) {
    return new RunEnvironment(
        host.cpuModel(),
        host.availableProcessors(),
        host.osName(),
        host.architecture(),
        host.kernel(),
        host.jdkVendor(),
        host.jdkFeature(),
        jvmArgs);
  }

  /** The same whatever arguments the measuring JVM was given. */
  public RunEnvironment withoutJvmArgs() {
    return new RunEnvironment(
        cpuModel, cores, os, architecture, kernel, jdkVendor, jdkFeature, List.of());
  }

  /** The same machine with a JVM of which nothing is known but its arguments. */
  public RunEnvironment onUnknownJdk() {
    return new RunEnvironment(
        cpuModel, cores, os, architecture, kernel, HostProfile.UNKNOWN, 0, jvmArgs);
  }

  /**
   * A fact that two environments have differently.
   *
   * @param fact what differs
   * @param base value of the base
   * @param current value of the other
   */
  public record Difference(String fact, String base, String current) {
    @Override
    public String toString() {
      return fact + " " + base + " against " + current;
    }
  }

  /** What another environment has differently; facts unknown to either do not count. */
  public List<Difference> differencesTo(RunEnvironment current) {
    Map<String, String> theirs = current.facts();
    return facts().entrySet().stream()
        .filter(fact -> !isUnknown(fact.getValue()) && !isUnknown(theirs.get(fact.getKey())))
        .filter(fact -> !fact.getValue().equals(theirs.get(fact.getKey())))
        .map(fact -> new Difference(fact.getKey(), fact.getValue(), theirs.get(fact.getKey())))
        .toList();
  }

  /** A short identifier: equal for equal environments; 12 hexadecimal digits. */
  public String fingerprint() {
    return Sha256.hex(facts().toString()).substring(0, 12);
  }

  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("CPU", cpuModel);
    facts.put("cores", cores == 0 ? HostProfile.UNKNOWN : Integer.toString(cores));
    facts.put("OS", os);
    facts.put("architecture", architecture);
    facts.put("kernel", kernel);
    facts.put("JDK vendor", jdkVendor);
    facts.put("JDK", jdkFeature == 0 ? HostProfile.UNKNOWN : Integer.toString(jdkFeature));
    facts.put("JVM arguments", jvmArgs.isEmpty() ? "none" : String.join(" ", jvmArgs));
    return facts;
  }

  private static boolean isUnknown(String value) {
    return value.equals(HostProfile.UNKNOWN);
  }
}
