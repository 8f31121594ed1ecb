package io.amorsize.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a row was measured, as far as its file says.
 *
 * @param jmhVersion version of JMH
 * @param jdkVersion version of the JDK
 * @param vmName name of the JVM
 * @param vmVersion version of the JVM
 * @param jvmArgs arguments of the forked JVM
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

  /** Copies the arguments. */
  public RowSettings {
    jvmArgs = jvmArgs.map(List::copyOf);
  }
}
