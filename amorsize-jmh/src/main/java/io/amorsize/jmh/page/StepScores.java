package io.amorsize.jmh.page;

import io.amorsize.result.Measurements;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Scores of two sides on one scale.
 *
 * @param points chooses the scores
 */
record StepScores(ForkPoints points) {

  /** Ends of the scale and both sides' forks in steps; null where there is no fork. */
  Map<String, Object> of(Measurements base, Measurements current) {
    List<double[]> before = base.forks().stream().map(points::of).toList();
    List<double[]> now = current.forks().stream().map(points::of).toList();
    double[] all =
        Stream.concat(before.stream(), now.stream()).flatMapToDouble(Arrays::stream).toArray();
    if (all.length == 0) {
      return null;
    }
    Scale scale = Scale.of(all);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("low", scale.low());
    data.put("high", scale.high());
    data.put("base", steps(before, scale));
    data.put("current", steps(now, scale));
    return data;
  }

  private static List<List<Long>> steps(List<double[]> forks, Scale scale) {
    return forks.stream().map(fork -> Arrays.stream(fork).mapToObj(scale::step).toList()).toList();
  }
}
