package io.amorsize.result;

import java.util.List;
import java.util.regex.Pattern;

/** Hides what nobody should read in a message or a file: passwords and tokens of URLs. */
public final class Secrets {

  /** {@code name=secret}, in a URL, a property or an argument. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)([\\w.-]*(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key)=)[^&\\s'\"]+");

  /** {@code //user:secret@host}. */
  private static final Pattern OF_USER = Pattern.compile("(//[^/\\s:@]*):[^/\\s@]+@");

  private Secrets() {}

  /** The text with stars in the place of secrets. */
  public static String hidden(String text) {
    String named = NAMED.matcher(text).replaceAll("$1***");
    return OF_USER.matcher(named).replaceAll("$1:***@");
  }

  /** Arguments, each with stars in the place of secrets. */
  public static List<String> hidden(List<String> arguments) {
    return arguments.stream().map(Secrets::hidden).toList();
  }
}
