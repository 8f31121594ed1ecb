package io.amorsize.jmh.cli;

import io.amorsize.history.RecordedRun;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the run that a user names: {@code latest}, {@code latest~2} for the second before it, the
 * start of its hash, its commit, or its name.
 */
final class NamedRun {

  /** What a command's help says of it. */
  static final String DESCRIPTION =
      "A run: the start of its hash, 'latest', 'latest~1' for the one before, a commit, or a name.";

  private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,6}))?");
  private static final int FEWEST_DIGITS = 4;
  private static final int SHOWN = 5;

  private NamedRun() {}

  /**
   * The run.
   *
   * @param text what the user wrote
   * @param runs the runs in question, by time
   * @throws ResultFormatException in one sentence, if there is none, or more than one
   */
  static RecordedRun find(String text, List<RecordedRun> runs) {
    if (runs.isEmpty()) {
      throw new ResultFormatException(
          "the history holds no run that matches; 'history list' shows what there is");
    }
    Matcher latest = LATEST.matcher(text);
    if (latest.matches()) {
      int back = latest.group(1) == null ? 0 : Integer.parseInt(latest.group(1));
      if (back >= runs.size()) {
        throw new ResultFormatException(
            text
                + (runs.size() == 1
                    ? ": there is only 1 run"
                    : ": there are only " + runs.size() + " runs")
                + "; 'history list' shows them");
      }
      return runs.get(runs.size() - 1 - back);
    }
    String digits = text.toLowerCase(Locale.ROOT);
    boolean longEnough = digits.length() >= FEWEST_DIGITS;
    List<Predicate<RecordedRun>> ways =
        List.of(
            run -> longEnough && run.hash().startsWith(digits),
            run -> run.origin().name().equals(text),
            run ->
                longEnough && run.origin().commit().filter(c -> c.startsWith(digits)).isPresent());
    for (Predicate<RecordedRun> way : ways) {
      List<RecordedRun> found = runs.stream().filter(way).toList();
      if (!found.isEmpty()) {
        return only(text, found);
      }
    }
    throw new ResultFormatException(
        ShownText.of(text)
            + ": no run begins with that hash, or has that name or commit; 'history list' shows"
            + " the runs");
  }

  private static RecordedRun only(String text, List<RecordedRun> found) {
    if (found.size() > 1) {
      String ids =
          found.stream()
              .skip(Math.max(0, found.size() - SHOWN))
              .map(RecordedRun::id)
              .collect(Collectors.joining(", "));
      throw new ResultFormatException(
          ShownText.of(text)
              + ": names "
              + found.size()
              + " runs; give the start of a hash, the latest are "
              + ids);
    }
    return found.get(0);
  }
}
