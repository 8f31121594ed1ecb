package io.amorsize.jmh.interleaved;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of JMH's command line (1.37), and which of them a session cannot take. */
final class JmhOption {

  private static final Set<String> WITH_VALUE =
      Set.of(
          "i",
          "bs",
          "r",
          "wi",
          "wbs",
          "w",
          "to",
          "t",
          "bm",
          "si",
          "gc",
          "foe",
          "v",
          "f",
          "wf",
          "o",
          "rff",
          "prof",
          "tg",
          "jvm",
          "jvmArgs",
          "jvmArgsAppend",
          "jvmArgsPrepend",
          "tu",
          "opi",
          "rf",
          "wm",
          "e",
          "p",
          "wmb");

  private static final Set<String> WITHOUT_VALUE = Set.of("l", "lp", "lrf", "lprof", "h");

  private static final String OWN_RESULTS =
      "the session writes its own results; name their file with an option of this command";

  private static final String ONLY_LISTS =
      "it measures nothing; give it to JMH itself, java -jar JAR -";

  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("rf", OWN_RESULTS),
          Map.entry("rff", OWN_RESULTS),
          Map.entry("o", OWN_RESULTS),
          Map.entry("l", ONLY_LISTS + "l"),
          Map.entry("lp", ONLY_LISTS + "lp"),
          Map.entry("lrf", ONLY_LISTS + "lrf"),
          Map.entry("lprof", ONLY_LISTS + "lprof"),
          Map.entry("h", ONLY_LISTS + "h"),
          Map.entry(
              "jvm", "each side has its JVM; name them with --baseline-jvm and --candidate-jvm"),
          Map.entry("wf", "a fork that only warms up is not measured; leave it out, or give -wi N"),
          Map.entry("wm", "each fork measures one benchmark alone; leave it out, or give -wi N"),
          Map.entry("wmb", "each fork measures one benchmark alone; leave it out, or give -wi N"));

  private JmhOption() {}

  static boolean takesValue(String name) {
    return WITH_VALUE.contains(name);
  }

  static boolean isKnown(String name) {
    return takesValue(name) || WITHOUT_VALUE.contains(name);
  }

  /** Why a session cannot take an option and what to use instead. */
  static Optional<String> refusal(String name) {
    return Optional.ofNullable(REFUSED.get(name));
  }
}
