package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalInt;

/** Was the JVM told of more processors than it gets? */
final class ProcessorOverride implements Check {

  @Override
  public String subject() {
    return "processors told to it";
  }

  @Override
  public FindingCode code() {
    return FindingCode.PROCESSOR_COUNT_SET;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalInt told = evidence.flags().number("ActiveProcessorCount");
    OptionalInt allowed = evidence.facts().cpu().allowed();
    if (told.isEmpty()) {
      return Answer.pass(Amount.words("nothing"), Amount.words("what the OS gives"));
    }
    if (allowed.isEmpty()) {
      return Answer.unknown();
    }
    Amount value = Amount.count(told.getAsInt(), "processors");
    Amount bar = Amount.count(allowed.getAsInt(), "processors");
    return told.getAsInt() > allowed.getAsInt()
        ? Answer.atMost(value, bar, "leave out -XX:ActiveProcessorCount: threads share processors")
        : Answer.note(
            value,
            bar.shownAs("at most " + bar.text()),
            "-XX:ActiveProcessorCount is set, so plans use at most so many threads");
  }
}
