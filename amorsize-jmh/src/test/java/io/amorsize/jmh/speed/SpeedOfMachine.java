package io.amorsize.jmh.speed;

import io.amorsize.jmh.evaluation.EvaluationProgress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Times of about the size that a machine of today takes, without taking them. */
public final class SpeedOfMachine {

  private static final int ROUNDS = 9;
  private static final int MEGABYTES = 100;

  private SpeedOfMachine() {}

  /** Scores of everything that is timed. */
  public static SpeedScores scores() {
    Map<Timed, List<Double>> seconds = new EnumMap<>(Timed.class);
    for (Timed what : Timed.values()) {
      seconds.put(what, rounds(seconds(what)));
    }
    return new SpeedScores(
        new SpeedScale(1, ROUNDS, MEGABYTES, EvaluationProgress.NONE), 2, seconds);
  }

  private static double seconds(Timed what) {
    return switch (what) {
      case COMPARE -> 1;
      case COMPARE_MORE -> 1.6;
      case CHUNKS -> 13e-9;
      case TASKS -> 61e-9;
      default -> 0.1;
    };
  }

  private static List<Double> rounds(double seconds) {
    return DoubleStream.iterate(seconds, last -> last * 1.01).limit(ROUNDS).boxed().toList();
  }
}
