package io.amorsize.policy;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pattern for names: {@code *} stands for any text, {@code ?} for one character, everything else
 * for itself.
 *
 * @param text the pattern as written
 */
public record Glob(String text) {

  /** Matches every name. */
  public static final Glob ANY = new Glob("*");

  /** Whether a whole name matches. */
  public boolean matches(String name) {
    return text.equals("*") || pattern().matcher(name).matches();
  }

  /** Runs of stars are one star, so that no pattern takes more than linear time for each star. */
  private Pattern pattern() {
    String regex =
        Arrays.stream(text.replaceAll("\\*+", "*").split("(?<=[*?])|(?=[*?])"))
            .map(
                part ->
                    switch (part) {
                      case "*" -> ".*";
                      case "?" -> ".";
                      default -> Pattern.quote(part);
                    })
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }
}
