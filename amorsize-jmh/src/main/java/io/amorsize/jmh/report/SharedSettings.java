package io.amorsize.jmh.report;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.RowSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the JVMs of all rows of two runs have in common. */
final class SharedSettings {

  private static final int LONGEST_ARGUMENTS = 60;
  private static final String JMH_PROPERTY = "-Djmh.";

  private SharedSettings() {}

  static List<String> of(BenchmarkRun base, BenchmarkRun current) {
    List<RowSettings> all =
        Stream.concat(base.rows().stream(), current.rows().stream())
            .map(BenchmarkRow::settings)
            .toList();
    List<String> shared = new ArrayList<>();
    shared(all, RowSettings::jdkVersion).ifPresent(jdk -> shared.add("JDK " + jdk));
    shared(all, RowSettings::vmName).ifPresent(shared::add);
    shared(all, RowSettings::jmhVersion).ifPresent(jmh -> shared.add("JMH " + jmh));
    shared(all, settings -> settings.jvmArgs().map(SharedSettings::telling))
        .filter(arguments -> !arguments.isEmpty() && arguments.length() <= LONGEST_ARGUMENTS)
        .ifPresent(arguments -> shared.add("JVM arguments " + arguments));
    return shared;
  }

  /** The arguments without those that speak to JMH alone. */
  static String telling(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> !argument.startsWith(JMH_PROPERTY))
        .collect(Collectors.joining(" "));
  }

  /** The one value that all rows have; empty where one does not say it. */
  private static Optional<String> shared(
      List<RowSettings> all, Function<RowSettings, Optional<String>> fact) {
    List<Optional<String>> values = all.stream().map(fact).distinct().toList();
    return values.size() == 1 ? values.get(0) : Optional.empty();
  }
}
