package io.amorsize.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a row was measured, as far as its file says.
 *
 * @param jmhVersion version of JMH
 * @param jdkVersion version of the JDK
 * @param vmName name of the JVM
 * @param vmVersion version of the JVM
 * @param jvmArgs arguments of the forked JVM; the secrets in them are replaced by stars
 * @param forks forks that were asked for; 0 means that it ran inside JMH's own JVM
 * @param warmupIterations warm-up iterations of each fork
 * @param measurementIterations measured iterations of each fork
 * @param warmupTime length of a warm-up iteration, in JMH's words
 * @param measurementTime length of a measured iteration, in JMH's words
 */
public record RowSettings(
    Optional<String> jmhVersion,
    Optional<String> jdkVersion,
    Optional<String> vmName,
    Optional<String> vmVersion,
    Optional<List<String>> jvmArgs,
    OptionalInt forks,
    OptionalInt warmupIterations,
    OptionalInt measurementIterations,
    Optional<String> warmupTime,
    Optional<String> measurementTime) {

  /** Nothing is known. */
  public static final RowSettings UNKNOWN =
      new RowSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the arguments, without the secrets in them. */
  public RowSettings {
    jvmArgs = jvmArgs.map(Secrets::hidden);
  }

  /** These settings for the forks of both; 0 forks, in process, stays 0. */
  RowSettings joinedWith(RowSettings other) {
    return new RowSettings(
        jmhVersion,
        jdkVersion,
        vmName,
        vmVersion,
        jvmArgs,
        joinedForks(other.forks),
        warmupIterations,
        measurementIterations,
        warmupTime,
        measurementTime);
  }

  private OptionalInt joinedForks(OptionalInt others) {
    if (forks.isEmpty() || others.isEmpty()) {
      return OptionalInt.empty();
    }
    boolean inProcess = forks.getAsInt() == 0 || others.getAsInt() == 0;
    long sum = (long) forks.getAsInt() + others.getAsInt();
    return OptionalInt.of(inProcess ? 0 : (int) Math.min(Integer.MAX_VALUE, sum));
  }

  /** What is known, by the words for it; without the number of forks. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    jmhVersion.ifPresent(value -> facts.put("JMH version", value));
    jdkVersion.ifPresent(value -> facts.put("JDK version", value));
    vmName.ifPresent(value -> facts.put("JVM", value));
    vmVersion.ifPresent(value -> facts.put("JVM version", value));
    jvmArgs.ifPresent(value -> facts.put("JVM arguments", String.join(" ", value)));
    warmupIterations.ifPresent(value -> facts.put("warm-up iterations", "" + value));
    warmupTime.ifPresent(value -> facts.put("warm-up time", value));
    measurementIterations.ifPresent(value -> facts.put("iterations", "" + value));
    measurementTime.ifPresent(value -> facts.put("iteration time", value));
    return facts;
  }
}
