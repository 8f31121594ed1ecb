package io.amorsize.jmh.json;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.SideSummary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The warm-up iterations of two sides, where files keep them.
 *
 * @param base by benchmark, what each fork of the base did before it was measured
 * @param current the same of the current side
 */
public record Warmups(
    Map<BenchmarkKey, Measurements> base, Map<BenchmarkKey, Measurements> current) {

  /** Nothing was kept. */
  public static final Warmups NONE = new Warmups(Map.of(), Map.of());

  /** Copies the maps. */
  public Warmups {
    base = Map.copyOf(base);
    current = Map.copyOf(current);
  }

  /** What lies beside two files of JMH; a picture more or less is no reason to fail. */
  public static Warmups beside(Optional<Path> base, Optional<Path> current) {
    return new Warmups(read(base), read(current));
  }

  private static Map<BenchmarkKey, Measurements> read(Optional<Path> file) {
    try {
      return file.map(path -> of(KeptWarmup.read(path, new JmhResultReader()))).orElse(Map.of());
    } catch (ResultFormatException e) {
      return Map.of();
    }
  }

  private static Map<BenchmarkKey, Measurements> of(KeptWarmup kept) {
    Map<BenchmarkKey, Measurements> warmups = new HashMap<>();
    for (BenchmarkRow row : kept.run().rows()) {
      Measurements all = row.primary().measurements();
      int count = kept.chosen(row);
      if (count > 0 && all.forks().stream().allMatch(fork -> fork.size() > count)) {
        List<Fork> first =
            all.forks().stream()
                .map(fork -> Fork.of(Arrays.copyOf(fork.toArray(), count)))
                .toList();
        warmups.put(row.key(), new Measurements(all.unit(), first));
      }
    }
    return warmups;
  }

  /** The warm-up of the base of a row, in the unit of that side. */
  public Optional<Measurements> ofBase(SideSummary side) {
    return Optional.ofNullable(base.get(side.key()));
  }

  /** The warm-up of the current side of a row, in the unit of that side. */
  public Optional<Measurements> ofCurrent(SideSummary side) {
    return Optional.ofNullable(current.get(side.key()));
  }
}
