package io.amorsize.jmh.page;

import io.amorsize.result.Measurements;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Scores of two sides in whole steps between the smallest and the largest of them: short to write,
 * and finer than a screen.
 *
 * @param points chooses the scores
 */
record StepScores(ForkPoints points) {

  /** The script divides by the same number. */
  private static final int STEPS = 999;

  /** Ends of the scale and both sides' forks in steps; null where there is no fork. */
  Map<String, Object> of(Measurements base, Measurements current) {
    List<double[]> before = base.forks().stream().map(points::of).toList();
    List<double[]> now = current.forks().stream().map(points::of).toList();
    double[] all =
        Stream.concat(before.stream(), now.stream()).flatMapToDouble(Arrays::stream).toArray();
    if (all.length == 0) {
      return null;
    }
    double low = DoubleStream.of(all).min().orElseThrow();
    double high = DoubleStream.of(all).max().orElseThrow();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("low", low);
    data.put("high", high);
    data.put("base", steps(before, low, high));
    data.put("current", steps(now, low, high));
    return data;
  }

  private static List<List<Long>> steps(List<double[]> forks, double low, double high) {
    double width = high > low ? high - low : 1;
    return forks.stream()
        .map(
            fork ->
                Arrays.stream(fork)
                    .mapToObj(score -> Math.round((score - low) / width * STEPS))
                    .toList())
        .toList();
  }
}
