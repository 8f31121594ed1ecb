package io.amorsize.jmh.store;

import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.unit.MetricUnit;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The scores of a metric as bytes, exactly.
 *
 * <p>A byte for the form; the number of forks and of each fork's iterations, seven bits to a byte;
 * the score and then the iterations, each as the exclusive or of its bits and those before it,
 * without the zero bytes in front, which are counted in half a byte each. Scores of one benchmark
 * share their sign, exponent and first digits, so that a fifth of the bytes is saved; what is left
 * is noise, of which general compressors make no less and take ten times as long.
 */
final class ScoreBlob {

  private static final byte WITHOUT_SCORE = 1;
  private static final byte WITH_SCORE = 2;

  private ScoreBlob() {}

  /** The bytes of a metric's score and forks. */
  static byte[] write(Metric metric) {
    List<Fork> forks = metric.measurements().forks();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(metric.score().isPresent() ? WITH_SCORE : WITHOUT_SCORE);
    count(out, forks.size());
    forks.forEach(fork -> count(out, fork.size()));
    double[] values = values(metric);
    byte[] lengths = new byte[(values.length + 1) / 2];
    ByteBuffer significant = ByteBuffer.allocate(values.length * Double.BYTES);
    long before = 0;
    for (int i = 0; i < values.length; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      long difference = bits ^ before;
      before = bits;
      int length = Double.BYTES - Long.numberOfLeadingZeros(difference) / Byte.SIZE;
      lengths[i / 2] |= (byte) (i % 2 == 0 ? length : length << 4);
      for (int b = length - 1; b >= 0; b--) {
        significant.put((byte) (difference >>> (b * Byte.SIZE)));
      }
    }
    out.writeBytes(lengths);
    out.write(significant.array(), 0, significant.position());
    return out.toByteArray();
  }

  private static double[] values(Metric metric) {
    int scores = metric.score().isPresent() ? 1 : 0;
    double[] values = new double[scores + metric.measurements().iterations()];
    metric.score().ifPresent(score -> values[0] = score);
    int at = scores;
    for (Fork fork : metric.measurements().forks()) {
      for (double iteration : fork.toArray()) {
        values[at++] = iteration;
      }
    }
    return values;
  }

  private static void count(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  /**
   * Reads what {@link #write} gave.
   *
   * @throws IllegalArgumentException if these are no such bytes
   */
  static Metric read(byte[] bytes, MetricUnit unit, Optional<String> problem) {
    try {
      return read(ByteBuffer.wrap(bytes), unit, problem);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("scores end too early", e);
    }
  }

  private static Metric read(ByteBuffer in, MetricUnit unit, Optional<String> problem) {
    byte form = in.get();
    if (form != WITH_SCORE && form != WITHOUT_SCORE) {
      throw new IllegalArgumentException("scores are of an unknown form, " + form);
    }
    int scores = form == WITH_SCORE ? 1 : 0;
    int[] sizes = new int[count(in)];
    int total = scores;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = count(in);
      total = Math.addExact(total, sizes[i]);
    }
    double[] values = readValues(in, total);
    List<Fork> forks = new ArrayList<>(sizes.length);
    int at = scores;
    for (int size : sizes) {
      double[] iterations = new double[size];
      System.arraycopy(values, at, iterations, 0, size);
      forks.add(Fork.of(iterations));
      at += size;
    }
    OptionalDouble score = scores == 1 ? OptionalDouble.of(values[0]) : OptionalDouble.empty();
    return new Metric(new Measurements(unit, forks), score, problem);
  }

  private static double[] readValues(ByteBuffer in, int total) {
    if (total / 2 > in.remaining()) {
      throw new IllegalArgumentException("scores end too early");
    }
    byte[] lengths = new byte[(total + 1) / 2];
    in.get(lengths);
    double[] values = new double[total];
    long before = 0;
    for (int i = 0; i < total; i++) {
      int length = i % 2 == 0 ? (lengths[i / 2] & 0xf) : (lengths[i / 2] >> 4) & 0xf;
      long difference = 0;
      for (int b = 0; b < length; b++) {
        difference = (difference << Byte.SIZE) | (in.get() & 0xff);
      }
      before ^= difference;
      values[i] = Double.longBitsToDouble(before);
    }
    return values;
  }

  private static int count(ByteBuffer in) {
    int number = 0;
    for (int shift = 0; shift < Integer.SIZE - 4; shift += 7) {
      byte next = in.get();
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        // A score that equals the one before it takes half a byte.
        if (number / 2 > in.remaining()) {
          throw new IllegalArgumentException("scores end too early");
        }
        return number;
      }
    }
    throw new IllegalArgumentException("a number of scores is too large");
  }
}
