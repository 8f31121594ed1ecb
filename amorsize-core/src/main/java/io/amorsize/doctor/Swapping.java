package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.OptionalLong;

/** Were pages moved to or from the swap space, while this was looked at? */
final class Swapping implements Check {

  private static final Amount BAR = Amount.count(0, "pages");

  /** Every machine that has run for long keeps some pages there that nobody asks for. */
  private static final double MUCH_BYTES = 256e6;

  @Override
  public String subject() {
    return "pages swapped meanwhile";
  }

  @Override
  public FindingCode code() {
    return FindingCode.SWAPPING;
  }

  @Override
  public Answer answer(Evidence evidence) {
    OptionalLong pages = evidence.activity().swappedPages();
    OptionalLong used = evidence.facts().memory().swapUsedBytes();
    if (pages.isEmpty()) {
      return used.isPresent() && used.getAsLong() == 0
          ? Answer.pass(Amount.count(0, "pages"), BAR)
          : Answer.unknown();
    }
    Amount value = Amount.count(pages.getAsLong(), "pages");
    if (pages.getAsLong() > 0) {
      return new Answer(
          Outcome.WARNING,
          value,
          BAR,
          "a page that comes back from disk takes milliseconds: free memory, or switch the swap space"
              + " off while you measure");
    }
    return used.orElse(0) >= MUCH_BYTES
        ? Answer.note(
            value,
            BAR,
            Amount.bytes(used.getAsLong()).text()
                + " lie in the swap space from before; what is measured may touch some")
        : Answer.pass(value, BAR);
  }
}
