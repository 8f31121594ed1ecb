package io.amorsize.jmh.night;

import io.amorsize.result.BenchmarkKey;

/**
 * What a row is called.
 *
 * @param key the row
 * @param metric {@code primary}, or the name of a secondary metric
 */
record RowName(BenchmarkKey key, String metric) {

  /** For people: {@code p.A.m size=10}. */
  String whole() {
    return key.benchmark()
        + (key.params().isEmpty() ? "" : " " + key.paramText())
        + (metric.equals("primary") ? "" : " " + metric);
  }

  /** The same without the package: {@code A.m size=10}. */
  String shortened() {
    String benchmark = key.benchmark();
    int method = benchmark.lastIndexOf('.');
    int type = method < 0 ? -1 : benchmark.lastIndexOf('.', method - 1);
    return whole().substring(type + 1);
  }
}
