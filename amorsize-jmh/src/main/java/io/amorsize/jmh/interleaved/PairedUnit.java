package io.amorsize.jmh.interleaved;

import java.util.List;

/**
 * What is measured on both sides in turn.
 *
 * @param base what runs on the base
 * @param candidate what runs on the candidate; another unit only where the sides set parameters of
 *     their own, or the benchmark was renamed
 * @param arguments JMH arguments for this unit alone
 */
public record PairedUnit(BenchmarkUnit base, BenchmarkUnit candidate, List<String> arguments) {

  /** Copies the arguments. */
  public PairedUnit {
    arguments = List.copyOf(arguments);
  }

  /** A unit that is the same on both sides. */
  public static PairedUnit of(BenchmarkUnit unit) {
    return new PairedUnit(unit, unit, List.of());
  }

  /** What a side runs. */
  public BenchmarkUnit unit(SessionSide side) {
    return side == SessionSide.BASE ? base : candidate;
  }

  /** The benchmark without its package, and the base's parameters. */
  public String shortName() {
    String[] parts = base.benchmark().split("\\.");
    String name =
        parts.length < 2
            ? base.benchmark()
            : parts[parts.length - 2] + "." + parts[parts.length - 1];
    return base.params().isEmpty() ? name : name + " " + base.params();
  }
}
