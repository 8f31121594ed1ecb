package io.amorsize.jmh.page;

import io.amorsize.result.Fork;
import java.util.stream.IntStream;

/**
 * Forks' iterations as a picture needs them: few of them, and none that stands out is left out.
 *
 * @param most dots of a fork, 4 to {@value #MOST}
 */
record ForkPoints(int most) {

  /** More dots than these are not told apart in a fork's width. */
  static final int MOST = 20;

  private static final int FEWEST = 4;

  /** Dots of a page: half a megabyte. */
  private static final int MOST_OF_PAGE = 120_000;

  /** Checks the range. */
  ForkPoints {
    if (most < FEWEST || most > MOST) {
      throw new IllegalArgumentException("most must be " + FEWEST + " to " + MOST + ", is " + most);
    }
  }

  /**
   * For a page of any size.
   *
   * @param forks all forks of the page
   */
  static ForkPoints ofPage(long forks) {
    long room = MOST_OF_PAGE / Math.max(1, forks);
    return new ForkPoints((int) Math.max(FEWEST, Math.min(MOST, room)));
  }

  /**
   * At most {@link #most} scores in the order in which they ran. Of a longer fork, the smallest and
   * the largest of each of {@code most / 2} stretches of equal length.
   */
  double[] of(Fork fork) {
    double[] scores = fork.toArray();
    if (scores.length <= most) {
      return scores;
    }
    int stretches = most / 2;
    return IntStream.range(0, stretches)
        .flatMap(
            i -> extremes(scores, start(scores, i, stretches), start(scores, i + 1, stretches)))
        .mapToDouble(index -> scores[index])
        .toArray();
  }

  private static int start(double[] scores, int stretch, int stretches) {
    return (int) ((long) scores.length * stretch / stretches);
  }

  /** Where the extremes lie, in the order in which they ran. */
  private static IntStream extremes(double[] scores, int from, int to) {
    int smallest = from;
    int largest = from;
    for (int i = from; i < to; i++) {
      smallest = scores[i] < scores[smallest] ? i : smallest;
      largest = scores[i] > scores[largest] ? i : largest;
    }
    return smallest == largest
        ? IntStream.of(smallest)
        : IntStream.of(Math.min(smallest, largest), Math.max(smallest, largest));
  }
}
