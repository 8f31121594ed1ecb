package io.amorsize.jmh.cli;

import io.amorsize.policy.Share;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The smallest effect that counts.
 *
 * @param share above 0 and below 1
 */
record Threshold(double share) {

  /** Reads a threshold from a command line. */
  static final class Converter implements ITypeConverter<Threshold> {
    @Override
    public Threshold convert(String text) {
      return parse(text);
    }
  }

  static Threshold parse(String text) {
    try {
      return new Threshold(Share.parse(text));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
