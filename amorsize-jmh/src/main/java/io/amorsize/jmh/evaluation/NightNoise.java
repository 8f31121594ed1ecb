package io.amorsize.jmh.evaluation;

import io.amorsize.trend.MachineTypes;
import io.amorsize.trend.SuiteTrend;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws nights on which nothing changed. */
interface NightNoise {

  /** What is drawn, in words. */
  String name();

  /** Draws so many nights. */
  PlayedNights draw(int nights, RandomGenerator random);

  /** A quiet machine: forks of 1.2 %, nights of 0.7 %, so that means of 3 forks vary by 1 %. */
  static NightNoise quiet(int rows) {
    return new Quiet(rows);
  }

  /** Recorded nights with the machines that they came on, less what is known to have changed. */
  static NightNoise recorded(RecordedSuite suite) {
    return new Recorded(suite);
  }

  /** Random nights of equal rows. */
  final class Quiet implements NightNoise {

    private static final double SD = 0.01;
    private static final double OF_NIGHTS = Math.sqrt(0.5);
    private static final int FORKS = 3;

    private final int rows;

    Quiet(int rows) {
      this.rows = rows;
    }

    @Override
    public String name() {
      return "quiet machine (1 %)";
    }

    @Override
    public PlayedNights draw(int nights, RandomGenerator random) {
      double[][][] logCosts = new double[rows][nights][FORKS];
      for (double[][] row : logCosts) {
        for (double[] night : row) {
          double shared = SD * OF_NIGHTS * random.nextGaussian();
          Arrays.setAll(
              night, fork -> shared + SD * OF_NIGHTS * Math.sqrt(FORKS) * random.nextGaussian());
        }
      }
      return new PlayedNights(logCosts, new int[nights]);
    }
  }

  /** Blocks of recorded nights, whole nights at a time, so that rows stay together. */
  final class Recorded implements NightNoise {

    private static final int BLOCK = 5;

    private final double[][][] base;
    private final List<Integer> machines;

    Recorded(RecordedSuite suite) {
      MachineTypes types = SuiteTrend.of(suite.suite()).machines();
      this.machines = types.types();
      this.base = KnownSteps.removed(suite, types);
    }

    @Override
    public String name() {
      return "recorded nights";
    }

    @Override
    public PlayedNights draw(int nights, RandomGenerator random) {
      double[][][] logCosts = new double[base.length][nights][];
      int[] types = new int[nights];
      int from = 0;
      for (int night = 0; night < nights; night++) {
        if (night % BLOCK == 0) {
          from = random.nextInt(machines.size() - BLOCK + 1);
        }
        int recorded = from + night % BLOCK;
        types[night] = machines.get(recorded);
        for (int row = 0; row < base.length; row++) {
          logCosts[row][night] = base[row][recorded].clone();
        }
      }
      return new PlayedNights(logCosts, types);
    }
  }
}
