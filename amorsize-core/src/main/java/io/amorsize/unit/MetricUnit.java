package io.amorsize.unit;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * What a number measures: its symbol as JMH writes it, the quantity behind it, and which way is
 * better.
 *
 * @param symbol the unit as written, for example {@code us/op}
 * @param quantity what is measured; units of one quantity convert into each other
 * @param inBase how many base units one of this unit is (base: s/op, ops/s, B/op, B/s, s)
 */
public record MetricUnit(String symbol, Quantity quantity, double inBase) {

  /** The quantity behind a unit. */
  public enum Quantity {
    /** Time for one operation; base {@code s/op}. */
    TIME_PER_OPERATION(Better.LOWER),
    /** Operations in a time; base {@code ops/s}. */
    OPERATIONS_PER_TIME(Better.HIGHER),
    /** Bytes allocated by one operation; base {@code B/op}. */
    BYTES_PER_OPERATION(Better.LOWER),
    /** Bytes in a time; base {@code B/s}. More of it may be good or bad. */
    BYTES_PER_TIME(Better.UNKNOWN),
    /** A duration; base {@code s}. */
    TIME(Better.LOWER),
    /** A count of events for one operation; base {@code #/op}. */
    COUNT_PER_OPERATION(Better.LOWER),
    /** Anything else; converts only into the same symbol. */
    OTHER(Better.UNKNOWN);

    private final Better better;

    Quantity(Better better) {
      this.better = better;
    }
  }

  /** Seconds for one operation. */
  public static final MetricUnit SECONDS_PER_OPERATION =
      new MetricUnit("s/op", Quantity.TIME_PER_OPERATION, 1);

  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "sec", 1.0, "min", 60.0, "m", 60.0, "hr",
          3600.0, "h", 3600.0, "day", 86_400.0);
  private static final Map<String, Double> BYTES =
      Map.of("B", 1.0, "KB", 1e3, "MB", 1e6, "GB", 1e9);

  /** Checks the parts. */
  public MetricUnit {
    requireNonNull(symbol, "symbol is null");
    requireNonNull(quantity, "quantity is null");
    if (!(inBase > 0) || Double.isInfinite(inBase)) {
      throw new IllegalArgumentException("inBase must be a positive finite number, is " + inBase);
    }
  }

  /**
   * Reads a unit as JMH and kotlinx-benchmark write it.
   *
   * @param symbol for example {@code ns/op}, {@code ops/ms}, {@code B/op}, {@code MB/sec}
   * @return the unit; an unknown symbol gives {@link Quantity#OTHER}
   */
  public static MetricUnit parse(String symbol) {
    String trimmed = symbol.strip();
    int slash = trimmed.indexOf('/');
    if (slash < 0) {
      Double seconds = SECONDS.get(trimmed);
      return seconds == null ? other(trimmed) : new MetricUnit(trimmed, Quantity.TIME, seconds);
    }
    String above = trimmed.substring(0, slash).strip();
    String below = trimmed.substring(slash + 1).strip();
    if (below.equals("op")) {
      return perOperation(trimmed, above);
    }
    Double seconds = SECONDS.get(below);
    if (seconds == null) {
      return other(trimmed);
    }
    if (above.equals("ops") || above.equals("op")) {
      return new MetricUnit(trimmed, Quantity.OPERATIONS_PER_TIME, 1 / seconds);
    }
    Double bytes = BYTES.get(above);
    return bytes == null
        ? other(trimmed)
        : new MetricUnit(trimmed, Quantity.BYTES_PER_TIME, bytes / seconds);
  }

  private static MetricUnit perOperation(String symbol, String above) {
    Double seconds = SECONDS.get(above);
    if (seconds != null) {
      return new MetricUnit(symbol, Quantity.TIME_PER_OPERATION, seconds);
    }
    Double bytes = BYTES.get(above);
    if (bytes != null) {
      return new MetricUnit(symbol, Quantity.BYTES_PER_OPERATION, bytes);
    }
    return above.equals("#")
        ? new MetricUnit(symbol, Quantity.COUNT_PER_OPERATION, 1)
        : other(symbol);
  }

  private static MetricUnit other(String symbol) {
    return new MetricUnit(symbol, Quantity.OTHER, 1);
  }

  /** Which way is better. */
  public Better better() {
    return quantity.better;
  }

  /**
   * The factor that turns a value of this unit into one of another.
   *
   * @param target the unit wanted
   * @return the factor, or empty where the two measure different things
   */
  public Optional<Double> factorTo(MetricUnit target) {
    if (quantity != target.quantity) {
      return Optional.empty();
    }
    if (quantity == Quantity.OTHER) {
      return symbol.equals(target.symbol) ? Optional.of(1.0) : Optional.empty();
    }
    return Optional.of(inBase / target.inBase);
  }
}
