package io.amorsize.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file says of the run in it, as in {@code 2026-01-26-d32fd12.json.gz}.
 *
 * @param time the day, with the time of day where it is there, in UTC
 * @param commit seven or more hexadecimal digits that stand alone; digits alone only if they are 7
 *     or 40, since longer ones are mostly numbers of builds
 */
public record NameFacts(Optional<Instant> time, Optional<String> commit) {

  private static final Pattern TIME =
      Pattern.compile(
          "(?<![0-9])(20\\d\\d)-?([01]\\d)-?([0-3]\\d)"
              + "(?:[T_-]([0-2]\\d)[:.-]?([0-5]\\d)(?:[:.-]?([0-5]\\d))?Z?)?(?![0-9a-fA-F])");

  private static final Pattern COMMIT =
      Pattern.compile("(?<![0-9a-zA-Z])(?:[0-9a-f]*[a-f][0-9a-f]*|\\d{7}|\\d{40})(?![0-9a-zA-Z])");

  private static final int SHORTEST = 7;
  private static final int LONGEST = 40;

  /** Reads a file's name; its folders say nothing. */
  public static NameFacts of(String fileName) {
    Matcher found = TIME.matcher(fileName);
    Optional<Instant> time = Optional.empty();
    String rest = fileName;
    if (found.find()) {
      time = time(found);
      rest = time.isPresent() ? fileName.replace(found.group(), "_") : fileName;
    }
    return new NameFacts(time, commit(rest));
  }

  private static Optional<Instant> time(Matcher found) {
    try {
      LocalDate day = LocalDate.of(number(found, 1), number(found, 2), number(found, 3));
      LocalTime timeOfDay = LocalTime.of(number(found, 4), number(found, 5), number(found, 6));
      return Optional.of(day.atTime(timeOfDay).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher found, int group) {
    return found.group(group) == null ? 0 : Integer.parseInt(found.group(group));
  }

  private static Optional<String> commit(String rest) {
    return COMMIT
        .matcher(rest.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
        .findFirst();
  }
}
