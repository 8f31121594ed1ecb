package io.amorsize.jmh.interleaved;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A score as JMH prints it for people: three decimals behind a point or a comma, maybe an error,
 * and the unit. Very small ones are printed as a power of ten, which tells nothing.
 */
final class WarmupScore {

  /** Below, fewer than three digits are printed, and steps of 1 % are lost. */
  private static final double LEAST = 0.1;

  private static final Pattern SCORE =
      Pattern.compile("(\\d+)[.,](\\d+)(?: \\S{1,3}\\(\\S+\\) \\S+)? (\\S+)");

  private WarmupScore() {}

  /** The score; NaN if the text is no score in the unit, or one that says too little. */
  static double read(String text, String unit) {
    Matcher matcher = SCORE.matcher(text);
    if (!matcher.matches() || !matcher.group(3).equals(unit)) {
      return Double.NaN;
    }
    double score = Double.parseDouble(matcher.group(1) + "." + matcher.group(2));
    return score < LEAST ? Double.NaN : score;
  }
}
