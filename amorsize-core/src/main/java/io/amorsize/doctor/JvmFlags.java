package io.amorsize.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments that a JVM was started with.
 *
 * @param arguments all of them, in order; of two that contradict each other the last counts
 */
record JvmFlags(List<String> arguments) {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([kmgt]?)");
  private static final String UNITS = "kmgt";

  JvmFlags {
    arguments = List.copyOf(arguments);
  }

  /** The arguments that match a regular expression as a whole, as they were written. */
  List<String> matching(String regex) {
    return arguments.stream().filter(argument -> argument.matches(regex)).toList();
  }

  /** The number given to {@code -XX:NAME=}. */
  OptionalInt number(String name) {
    return last("-XX:" + name + "=")
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> OptionalInt.of(Integer.parseInt(value)))
        .orElse(OptionalInt.empty());
  }

  /** The largest heap that was asked for; empty where that was left to the JVM. */
  OptionalLong maxHeapBytes() {
    return last("-Xmx")
        .or(() -> last("-XX:MaxHeapSize="))
        .map(value -> SIZE.matcher(value.toLowerCase(Locale.ROOT)))
        .filter(Matcher::matches)
        .map(JvmFlags::bytes)
        .orElse(OptionalLong.empty());
  }

  private static OptionalLong bytes(Matcher size) {
    int power = size.group(2).isEmpty() ? 0 : UNITS.indexOf(size.group(2)) + 1;
    return OptionalLong.of((long) (Long.parseLong(size.group(1)) * Math.pow(1024, power)));
  }

  private Optional<String> last(String prefix) {
    return arguments.stream()
        .filter(argument -> argument.startsWith(prefix))
        .map(argument -> argument.substring(prefix.length()))
        .reduce((first, second) -> second);
  }
}
