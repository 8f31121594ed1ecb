package io.amorsize.jmh.interleaved;

import io.amorsize.result.ResultFormatException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * JMH arguments taken apart as JMH's own parser (jopt-simple) does it: {@code -f 1}, {@code -f=1},
 * {@code --f 1} and {@code -f1} are the same, and what follows {@code --} is never an option.
 */
final class JmhTokens {

  /**
   * An option with its value, or a regex.
   *
   * @param option the option's name without dashes, empty for a regex
   * @param value its value, or the regex
   */
  record Token(String option, String value) {}

  private final Iterator<String> arguments;
  private final List<Token> tokens = new ArrayList<>();

  private JmhTokens(List<String> arguments) {
    this.arguments = arguments.iterator();
  }

  /**
   * The options and regexes, in order.
   *
   * @throws ResultFormatException if JMH has no such option or a value is missing
   */
  static List<Token> of(List<String> arguments) {
    JmhTokens tokens = new JmhTokens(arguments);
    while (tokens.arguments.hasNext()) {
      tokens.read(tokens.arguments.next());
    }
    return List.copyOf(tokens.tokens);
  }

  private void read(String argument) {
    if (argument.equals("--")) {
      arguments.forEachRemaining(regex -> tokens.add(new Token("", regex)));
    } else if (!argument.startsWith("-") || argument.equals("-")) {
      tokens.add(new Token("", argument));
    } else {
      readOption(argument, argument.substring(argument.startsWith("--") ? 2 : 1));
    }
  }

  private void readOption(String argument, String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    if (JmhOption.isKnown(name)) {
      tokens.add(new Token(name, equals < 0 ? value(name) : text.substring(equals + 1)));
    } else if (hasValueAttached(argument, text)) {
      tokens.add(new Token(text.substring(0, 1), text.substring(1)));
    } else {
      throw new ResultFormatException(
          "'"
              + argument
              + "' behind '--': JMH has no option of this name; java -jar JAR -h lists"
              + " them, and a regex that begins with '-' goes behind a further '--'");
    }
  }

  private static boolean hasValueAttached(String argument, String text) {
    return !argument.startsWith("--")
        && text.length() > 1
        && JmhOption.takesValue(text.substring(0, 1));
  }

  private String value(String name) {
    if (!JmhOption.takesValue(name)) {
      return "";
    }
    if (!arguments.hasNext()) {
      throw new ResultFormatException(
          "-" + name + " behind '--': its value is missing; give one, or leave the option out");
    }
    return arguments.next();
  }
}
