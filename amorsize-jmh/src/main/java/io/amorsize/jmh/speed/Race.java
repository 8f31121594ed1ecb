package io.amorsize.jmh.speed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rounds in which every racer runs once, in random order, so that what the host does at a moment
 * meets them all alike.
 */
final class Race {

  private final Random random;

  Race(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Runs a race.
   *
   * @param racers each of something else
   * @param warmups rounds that do not count, at least 0
   * @param rounds rounds that count, at least 1
   * @return seconds of each racer, one for each round that counts
   */
  Map<Timed, List<Double>> run(List<Racer> racers, int warmups, int rounds) {
    Map<Timed, List<Double>> seconds = new EnumMap<>(Timed.class);
    racers.forEach(racer -> seconds.put(racer.what(), new ArrayList<>()));
    for (int round = -warmups; round < rounds; round++) {
      List<Racer> order = new ArrayList<>(racers);
      Collections.shuffle(order, random);
      for (Racer racer : order) {
        double passed = racer.pass().getAsDouble();
        if (round >= 0) {
          seconds.get(racer.what()).add(passed);
        }
      }
    }
    return seconds;
  }
}
