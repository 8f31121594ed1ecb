package io.amorsize.jmh.evaluation;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/** What is planted in a row of played nights. */
public enum PlantedTrend {
  /** Costs 2 % more or less from a night on. */
  STEP_2("2 %"),
  /** Costs 3 % more or less from a night on. */
  STEP_3("3 %"),
  /** Costs 5 % more or less from a night on. */
  STEP_5("5 %"),
  /** Costs 10 % more or less from a night on. */
  STEP_10("10 %"),
  /** Costs 0.2 % more or less with each of 20 nights. */
  DRIFT("drift"),
  /** Costs 20 % more or less for one night. */
  SPIKE("one-night spike"),
  /** Deviations from the median of the machine's nights have twice the variance from a night on. */
  VARIANCE("variance doubled"),
  /** Nothing. */
  NONE("nothing");

  private static final double EACH_NIGHT = 0.002;
  private static final int DRIFT_NIGHTS = 20;
  private static final double SPIKE_SIZE = 0.2;

  /** A change within so many nights of another is that one. */
  static final int NEAR = 3;

  private final String label;

  PlantedTrend(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Whether it is a change that a method should find. */
  boolean isChange() {
    return this != SPIKE && this != VARIANCE && this != NONE;
  }

  /** Plants it in a row, from a night on. */
  void plant(PlayedNights nights, int row, int from, RandomGenerator random) {
    double sign = random.nextBoolean() ? 1 : -1;
    double[] medians = this == VARIANCE ? medians(nights, row) : new double[0];
    double[] means = nights.means(row, nights.nights());
    for (int night = from; night < nights.nights(); night++) {
      double added =
          switch (this) {
            case STEP_2 -> sign * Math.log1p(0.02);
            case STEP_3 -> sign * Math.log1p(0.03);
            case STEP_5 -> sign * Math.log1p(0.05);
            case STEP_10 -> sign * Math.log1p(0.10);
            case DRIFT -> sign * EACH_NIGHT * Math.min(DRIFT_NIGHTS, night - from + 1);
            case SPIKE -> night == from ? sign * Math.log1p(SPIKE_SIZE) : 0;
            case VARIANCE -> (Math.sqrt(2) - 1) * (means[night] - medians[nights.machine(night)]);
            case NONE -> 0;
          };
      nights.add(row, night, added);
    }
  }

  private static double[] medians(PlayedNights nights, int row) {
    double[] means = nights.means(row, nights.nights());
    int types = IntStream.range(0, means.length).map(nights::machine).max().orElseThrow() + 1;
    double[] medians = new double[types];
    for (int type = 0; type < types; type++) {
      int wanted = type;
      double[] own =
          IntStream.range(0, means.length)
              .filter(night -> nights.machine(night) == wanted)
              .mapToDouble(night -> means[night])
              .toArray();
      medians[type] = own.length == 0 ? 0 : Median.withDefaults().evaluate(own);
    }
    return medians;
  }

  /** Whether a change at a night is what was planted from a night on. */
  boolean isHit(int change, int from) {
    int late = this == DRIFT ? DRIFT_NIGHTS + NEAR : NEAR;
    return change >= from - NEAR && change <= from + late;
  }
}
