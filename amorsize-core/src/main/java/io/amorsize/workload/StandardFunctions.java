package io.amorsize.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The functions of the standard workloads: pure, deterministic, safe to call from any thread. */
final class StandardFunctions {

  private StandardFunctions() {}

  /**
   * Primes and factors of a range.
   *
   * @param primes numbers below the bound that are prime
   * @param factors prime factors, with multiplicity, of all numbers from 2 below the bound
   */
  record PrimeCount(int primes, long factors) {}

  /** Checks and factorizes every number from 2 below the bound by trial division. */
  static PrimeCount primesAndFactors(int bound) {
    int primes = 0;
    long factors = 0;
    for (int number = 2; number < bound; number++) {
      int count = countFactors(number);
      factors += count;
      if (count == 1) {
        primes++;
      }
    }
    return new PrimeCount(primes, factors);
  }

  private static int countFactors(int number) {
    int rest = number;
    int count = 0;
    for (int divisor = 2; divisor * divisor <= rest; divisor++) {
      while (rest % divisor == 0) {
        rest /= divisor;
        count++;
      }
    }
    return rest > 1 ? count + 1 : count;
  }

  /**
   * What a request computed after its wait.
   *
   * @param sum digest of the computation
   * @param steps length of the computation
   */
  record Reply(long sum, int steps) {}

  /** Waits as a request to a near service would, and computes for about as long. */
  static Reply waitAndCompute(int steps, long waitNanos) {
    long end = System.nanoTime() + waitNanos;
    for (long left = waitNanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return new Reply(mix(steps), steps);
  }

  /** Builds a large list, filters and sorts it, and keeps its head. */
  static List<Integer> sortedHead(int size, int keep) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(i);
    }
    List<Integer> filtered = new ArrayList<>();
    for (Integer number : numbers) {
      if (number % 3 == 0) {
        filtered.add(number);
      }
    }
    filtered.sort(Comparator.reverseOrder());
    return List.copyOf(filtered.subList(0, Math.min(keep, filtered.size())));
  }

  /**
   * Mixes a counter for a number of steps; each step needs the one before, so no compiler folds the
   * loop. The constants are those of SplitMix64 (Steele, Lea and Flood, 2014).
   */
  static long mix(int steps) {
    long z = steps;
    for (int i = 0; i < steps; i++) {
      z = (z + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
      z ^= z >>> 27;
    }
    return z;
  }
}
