package io.amorsize.jmh.cli;

import io.amorsize.result.PerformanceResult;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The baseline that a suite is compared with. */
final class SuiteBaseline {

  private static final String DEFAULT = "main";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--baseline",
      paramLabel = "NAME|FILE",
      description = "Compare with this baseline or results file (default: main, if it is there).")
  private String baseline;

  @Option(
      names = "--baseline-lenient",
      paramLabel = "NAME|FILE",
      description = "The same, and compare nothing where it is not there.")
  private String lenient;

  /**
   * Checks, before a long run, that what is named is there and can be used.
   *
   * @throws ResultFormatException in one sentence, if it is not
   */
  void requireUsable(BaselineOptions baselines) {
    if (baseline != null && lenient != null) {
      throw new ParameterException(
          spec.commandLine(), "--baseline and --baseline-lenient exclude each other");
    }
    if (baseline != null || (lenient != null && ComparedSide.isThere(lenient, baselines))) {
      ComparedSide.find(wanted(), baselines, ReadLimits.DEFAULT).results(Optional.empty());
    }
  }

  private String wanted() {
    return baseline != null ? baseline : lenient != null ? lenient : DEFAULT;
  }

  /** What results are compared with; empty where that is not there and need not be. */
  Optional<ResultsArgument> find(
      Map<String, PerformanceResult> results, BaselineOptions baselines) {
    if (baseline == null && !ComparedSide.isThere(wanted(), baselines)) {
      return Optional.empty();
    }
    return Optional.of(
        ComparedSide.find(wanted(), baselines, ReadLimits.DEFAULT)
            .results(ResultsArgument.environment(results)));
  }

  /** What was compared with, in words. */
  String comparedWith(Optional<ResultsArgument> base, BaselineOptions baselines) {
    return base.map(side -> "Compared with " + side.label())
        .orElse(
            "Nothing was compared: there is no baseline '"
                + wanted()
                + "' in "
                + baselines.folder());
  }

  /** What to do after a run that was compared with nothing. */
  String next(Path folder) {
    return "Next: keep this as the baseline with 'baseline save " + wanted() + " " + folder + "'.";
  }
}
