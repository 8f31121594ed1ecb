package io.amorsize.jmh.page;

import io.amorsize.result.BenchmarkKey;
import java.util.Collection;

/**
 * Where benchmarks stand: in their packages, or where all have one package, in their classes.
 *
 * @param byPackage whether packages tell them apart
 */
record RowPlaces(boolean byPackage) {

  static RowPlaces of(Collection<BenchmarkKey> keys) {
    return new RowPlaces(
        keys.stream().map(key -> parent(parent(key.benchmark()))).distinct().count() > 1);
  }

  /** What a place is. */
  String noun() {
    return byPackage ? "Package" : "Class";
  }

  /** Where a benchmark stands. */
  String of(BenchmarkKey key) {
    String type = parent(key.benchmark());
    return byPackage ? parent(type) : type.substring(type.lastIndexOf('.') + 1);
  }

  /** What stands before the last dot. */
  private static String parent(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }
}
