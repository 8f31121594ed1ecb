package io.amorsize.jmh.report;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RunEnvironment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of both sides besides their scores.
 *
 * @param shared what the JVMs of all rows have in common
 * @param hosts where the sides were measured, a part of a sentence each; empty where nobody knows
 * @param differences what is known to differ, for example {@code JMH 1.36 against 1.37}
 */
record SideFacts(List<String> shared, List<String> hosts, List<String> differences) {

  /** Nothing is known. */
  static final SideFacts UNKNOWN = new SideFacts(List.of(), List.of(), List.of());

  private static final int LONGEST = 120;

  /** What is known of two runs. */
  static SideFacts of(BenchmarkRun base, BenchmarkRun current) {
    return new SideFacts(
        SharedSettings.of(base, current), hosts(base, current), differences(base, current));
  }

  private static List<String> hosts(BenchmarkRun base, BenchmarkRun current) {
    Optional<String> before = base.environment().map(HostWords::of);
    Optional<String> now = current.environment().map(HostWords::of);
    if (before.isEmpty() && now.isEmpty()) {
      return List.of();
    }
    if (before.equals(now)) {
      return List.of(before.get());
    }
    return List.of(
        "the base on " + before.orElse("an unknown machine"),
        "the current side on " + now.orElse("an unknown machine"));
  }

  private static List<String> differences(BenchmarkRun base, BenchmarkRun current) {
    Stream<String> where =
        base
            .environment()
            .flatMap(
                before ->
                    current
                        .environment()
                        .map(now -> before.withoutJvmArgs().differencesTo(now.withoutJvmArgs())))
            .stream()
            .flatMap(List::stream)
            .map(RunEnvironment.Difference::toString);
    Stream<Optional<String>> how =
        Stream.of(
            difference("JDK", base, current, RowSettings::jdkVersion),
            difference("JVM", base, current, RowSettings::vmName),
            difference("JMH", base, current, RowSettings::jmhVersion),
            difference(
                "JVM arguments",
                base,
                current,
                settings -> settings.jvmArgs().map(SharedSettings::telling)));
    return Stream.concat(where, how.flatMap(Optional::stream)).toList();
  }

  /** A fact that the rows of both sides state, with other values. */
  private static Optional<String> difference(
      String what,
      BenchmarkRun base,
      BenchmarkRun current,
      Function<RowSettings, Optional<String>> fact) {
    Set<String> before = values(base, fact);
    Set<String> now = values(current, fact);
    return before.isEmpty() || now.isEmpty() || before.equals(now)
        ? Optional.empty()
        : Optional.of(what + " " + words(before) + " against " + words(now));
  }

  private static Set<String> values(
      BenchmarkRun run, Function<RowSettings, Optional<String>> fact) {
    return run.rows().stream()
        .map(BenchmarkRow::settings)
        .flatMap(settings -> fact.apply(settings).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String words(Set<String> values) {
    String text =
        values.stream()
            .map(value -> value.isEmpty() ? "none" : value)
            .collect(Collectors.joining(", "));
    return TerminalText.shorten(text, LONGEST);
  }
}
