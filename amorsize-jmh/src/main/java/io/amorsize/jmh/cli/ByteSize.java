package io.amorsize.jmh.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Numbers of bytes on the command line: {@code 65536}, {@code 64k}, {@code 512m}, {@code 2g}. */
final class ByteSize implements ITypeConverter<Long> {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,12})([kmg]?)");

  @Override
  public Long convert(String text) {
    Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
    long size = matcher.matches() ? Long.parseLong(matcher.group(1)) << shift(matcher) : 0;
    if (size < 1) {
      throw new TypeConversionException(
          "'" + text + "' is no size above 0, such as 65536, 64k, 512m or 2g");
    }
    return size;
  }

  private static int shift(Matcher matcher) {
    return switch (matcher.group(2)) {
      case "k" -> 10;
      case "m" -> 20;
      case "g" -> 30;
      default -> 0;
    };
  }
}
