package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RunEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known about where two runs were measured, and whether it is the same. */
final class EnvironmentCheck {

  /** Arguments of a JVM that change how fast it is; paths, ports and class paths do not. */
  private static final List<String> SPEED_ARGUMENTS =
      List.of("-X", "-server", "-client", "-ea", "-da", "-esa", "-dsa", "--enable-preview");

  private static final String ADVICE =
      "; verdicts are advice, --ignore-environment judges all the same";
  private static final String COMPARED = "; that is part of what was compared";

  private final boolean oneSession;
  private final List<Finding> findings = new ArrayList<>();
  private boolean differ;

  private EnvironmentCheck(boolean oneSession) {
    this.oneSession = oneSession;
  }

  /** For runs that may come from different machines. */
  static EnvironmentCheck ofTwoRuns() {
    return new EnvironmentCheck(false);
  }

  /** For sides of one session on one machine; JVMs may differ on purpose. */
  static EnvironmentCheck ofOneSession() {
    return new EnvironmentCheck(true);
  }

  /** Looks at both runs. */
  void check(BenchmarkRun base, BenchmarkRun current, List<RowPairs.Pair> pairs) {
    if (base.environment().isPresent() && current.environment().isPresent()) {
      compare(base.environment().get(), current.environment().get());
    } else if (!oneSession) {
      find(
          FindingCode.ENVIRONMENT_UNKNOWN,
          Severity.INFO,
          "JMH's JSON does not say on which machine it was made; judged as if both sides were of"
              + " one machine");
    }
    rows(FindingCode.JDK_DIFFERS, "the JDK differs", pairs, EnvironmentCheck::jdk);
    rows(
        FindingCode.JVM_ARGS_DIFFER,
        "arguments of the JVM differ",
        pairs,
        settings -> settings.jvmArgs().map(EnvironmentCheck::speedArguments));
  }

  /** The JVM's name and feature release: updates within a release count as one environment. */
  private static Optional<String> jdk(RowSettings settings) {
    return settings
        .jdkVersion()
        .map(
            version ->
                settings.vmName().map(name -> name + " ").orElse("")
                    + version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*", ""));
  }

  private static String speedArguments(List<String> arguments) {
    String kept =
        arguments.stream()
            .filter(argument -> SPEED_ARGUMENTS.stream().anyMatch(argument::startsWith))
            .collect(Collectors.joining(" "));
    return kept.isEmpty() ? "none" : kept;
  }

  private void compare(RunEnvironment base, RunEnvironment current) {
    List<RunEnvironment.Difference> differences = base.differencesTo(current);
    if (!differences.isEmpty()) {
      differ = true;
      find(
          FindingCode.ENVIRONMENT_DIFFERS,
          Severity.WARNING,
          "measured in different environments: "
              + differences.stream().map(Object::toString).collect(Collectors.joining("; "))
              + ADVICE);
    }
  }

  private void rows(
      FindingCode code,
      String what,
      List<RowPairs.Pair> pairs,
      Function<RowSettings, Optional<String>> fact) {
    List<String> different =
        pairs.stream()
            .filter(pair -> differs(pair, fact))
            .map(
                pair ->
                    fact.apply(pair.base().settings()).orElseThrow()
                        + " against "
                        + fact.apply(pair.current().settings()).orElseThrow())
            .toList();
    if (!different.isEmpty()) {
      differ |= !oneSession;
      find(
          code,
          oneSession ? Severity.INFO : Severity.WARNING,
          String.format(
              Locale.ROOT,
              "%s in %d of %d rows: %s%s",
              what,
              different.size(),
              pairs.size(),
              different.get(0),
              oneSession ? COMPARED : ADVICE));
    }
  }

  private static boolean differs(RowPairs.Pair pair, Function<RowSettings, Optional<String>> fact) {
    Optional<String> before = fact.apply(pair.base().settings());
    Optional<String> now = fact.apply(pair.current().settings());
    return before.isPresent() && now.isPresent() && !before.equals(now);
  }

  private void find(FindingCode code, Severity severity, String message) {
    findings.add(new Finding(code, severity, message));
  }

  /** What was found. */
  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether the sides are known to differ. */
  boolean environmentsDiffer() {
    return differ;
  }
}
