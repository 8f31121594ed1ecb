package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** Are assertions checked? */
final class Assertions implements Check {

  @Override
  public String subject() {
    return "assertions";
  }

  @Override
  public FindingCode code() {
    return FindingCode.ASSERTIONS_ENABLED;
  }

  @Override
  public Answer answer(Evidence evidence) {
    return Answer.none(
        evidence.flags().matching("-ea|-ea:.*|-enableassertions|-enableassertions:.*|-esa").stream()
            .distinct()
            .toList(),
        Outcome.WARNING,
        "production runs without them: leave out -ea (Maven's and Gradle's tests set it)");
  }
}
