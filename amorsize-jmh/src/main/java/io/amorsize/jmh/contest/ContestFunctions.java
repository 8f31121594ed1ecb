package io.amorsize.jmh.contest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The functions of the contest's workloads. */
final class ContestFunctions {

  private static final Object LOCK = new Object();
  private static final Pattern ADDRESS =
      Pattern.compile("([a-z0-9]+[.-])*([a-z0-9]+)@([a-z0-9]+\\.)+[a-z]{2,6}");
  private static final int SLICE = 1 << 18;

  private ContestFunctions() {}

  /** 64 MB that slices are read from: more than the caches hold. */
  private static final class Memory {
    static final long[] WORDS = new long[1 << 23];

    static {
      for (int i = 0; i < WORDS.length; i++) {
        WORDS[i] = i * 0x9E3779B97F4A7C15L;
      }
    }
  }

  static int sha256(Integer start) {
    try {
      byte[] text = new byte[4096];
      for (int i = 0; i < text.length; i++) {
        text[i] = (byte) (start + i);
      }
      return MessageDigest.getInstance("SHA-256").digest(text)[0];
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static int matches(Integer number) {
    String text =
        ("from " + number + " to some.body-" + number + "@example.com, again ").repeat(8)
            + new String(new byte[] {65, 66}, StandardCharsets.US_ASCII);
    return (int) ADDRESS.matcher(text).results().count();
  }

  static double multiply(Integer size) {
    double[][] a = matrix(size, 3);
    double[][] b = matrix(size, 5);
    double trace = 0;
    for (int i = 0; i < size; i++) {
      double[] row = new double[size];
      for (int k = 0; k < size; k++) {
        for (int j = 0; j < size; j++) {
          row[j] += a[i][k] * b[k][j];
        }
      }
      trace += row[i];
    }
    return trace;
  }

  private static double[][] matrix(int size, int seed) {
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = (i * seed + j) % 17;
      }
    }
    return matrix;
  }

  static int countPrimes(Integer bound) {
    int primes = 0;
    for (int n = 2; n < bound; n++) {
      boolean prime = true;
      for (int d = 2; d * d <= n && prime; d++) {
        prime = n % d != 0;
      }
      primes += prime ? 1 : 0;
    }
    return primes;
  }

  /** A chain of dependent steps of about a nanosecond (SplitMix64's constants). */
  static long mix(Integer steps) {
    long z = steps;
    for (int i = 0; i < steps; i++) {
      z = (z + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
      z ^= z >>> 27;
    }
    return z;
  }

  static long mixLocked(Integer steps) {
    synchronized (LOCK) {
      return mix(steps);
    }
  }

  static long mixHalfLocked(Integer steps) {
    long free = mix(steps / 2);
    synchronized (LOCK) {
      return free + mix(steps / 2);
    }
  }

  static List<Integer> sortedCopy(Integer size) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add((i * 0x9E3779B9) >>> 7);
    }
    Collections.sort(numbers);
    return List.copyOf(numbers.subList(0, 3));
  }

  static long sumOfSlice(Integer index) {
    long sum = 0;
    int start = index * SLICE % (Memory.WORDS.length - SLICE);
    for (int i = start; i < start + SLICE; i++) {
      sum += Memory.WORDS[i];
    }
    return sum;
  }

  static int joined(Integer parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      text.append(Integer.toString(i * parts)).append(',');
    }
    return text.toString().split(",").length;
  }

  static int sleep(Integer micros) {
    LockSupport.parkNanos(micros * 1000L);
    return micros;
  }

  static long sleepAndMix(Integer steps) {
    LockSupport.parkNanos(150_000);
    return mix(steps);
  }
}
