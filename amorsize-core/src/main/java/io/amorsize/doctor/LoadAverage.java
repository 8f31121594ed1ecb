package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.Locale;
import java.util.OptionalDouble;

/** Were there more processes than processors in the last minute? */
final class LoadAverage implements Check {

  @Override
  public String subject() {
    return "load of a minute";
  }

  @Override
  public FindingCode code() {
    return FindingCode.HIGH_LOAD;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalDouble load = evidence.facts().cpu().loadAverage();
    if (load.isEmpty()) {
      return Answer.unknown();
    }
    int cores = evidence.profile().logicalCores();
    Amount value =
        new Amount(load, "processes", String.format(Locale.ROOT, "%.2f", load.getAsDouble()));
    Amount bar =
        new Amount(
            OptionalDouble.of(cores), "processes", String.format(Locale.ROOT, "%.2f", 1.0 * cores));
    return Answer.atMost(
        value,
        bar,
        "the machine had more to do than processors: wait until a build or a test run is over");
  }
}
