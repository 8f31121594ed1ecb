package io.amorsize.optimizer;

/**
 * Predicts the time of one pass over a list.
 *
 * <p>With n items of mean time m, p threads that together do the work of e (e &le; p) and chunks
 * that shrink to single items towards the end, the time is {@code dispatch + (p / e) * list +
 * claims}. {@code list} is the longer of the rounds that equal items take, {@code ceil(n / p) m},
 * and of the even share plus the expected wait for the last item, {@code n m / p + (p - 1) / p * m
 * (1 + v^2) / 2 * w} with v the coefficient of variation: the mean residual of an item that is
 * under way (Graham 1969 bounds list schedules by the even share plus one item; the residual's mean
 * is that of renewal theory). Equal items keep threads in step, so the weight w falls with v.
 *
 * @param items n, at least 1
 * @param itemNanos m, above 0
 * @param variation v, at least 0
 */
record CostModel(int items, double itemNanos, double variation) {

  /** A chunk takes so long or more: handing it out then costs less than 1 % of it. */
  private static final double LEAST_CHUNK_NANOS = 20_000;

  /** Threads that take chunks from one cursor get in each other's way: so much for each of them. */
  private static final double LEAST_CHUNK_NANOS_PER_THREAD = 500;

  /** Of shorter items it is felt how their results are stored. */
  private static final double SHORT_NANOS = 50;

  /**
   * Results that are stored next to each other mark the same line of the collector's card table: a
   * byte for 512 bytes, 64 bytes a line, so that 8192 references share a line that two threads at
   * once must not write. With chunks of so many, borders cost little.
   */
  private static final double LEAST_SHORT_ITEMS = 65_536;

  /** Even the first chunk leaves so many of its size to every thread. */
  private static final int LEAST_CHUNKS_PER_THREAD = 4;

  /** Where items are unequal, a chunk of large ones must not be all that is left to wait for. */
  private static final int LEAST_UNEQUAL_CHUNKS_PER_THREAD = 16;

  /** Items are called unequal above this coefficient of variation. */
  static final double UNEQUAL_FROM = 0.3;

  /** Even equal items lose their step to the host's own noise. */
  private static final double LEAST_TAIL_WEIGHT = 0.2;

  double serialNanos() {
    return items * itemNanos;
  }

  /** The parts of a pass under a plan. */
  TimeBreakdown breakdown(int threads, int chunkSize, double parallelism, double dispatchNanos) {
    double share = serialNanos() / threads;
    double weight = Math.min(1, LEAST_TAIL_WEIGHT + variation);
    double residual =
        (threads - 1.0) / threads * itemNanos * (1 + variation * variation) / 2 * weight;
    double inStep = Math.ceil((double) items / threads) * itemNanos;
    double tail = Math.max(inStep - share, Math.min(residual, serialNanos() - share));
    double stretch = threads / parallelism;
    double claims = claims(threads, chunkSize) / threads * DispatchCost.CLAIM_NANOS;
    return new TimeBreakdown(
        serialNanos(), dispatchNanos, share, share * (stretch - 1), tail * stretch, claims);
  }

  double parallelNanos(int threads, int chunkSize, double parallelism, double dispatchNanos) {
    return breakdown(threads, chunkSize, parallelism, dispatchNanos).totalNanos();
  }

  /** Chunks of the full size until the taper, and about 2 p ln(c) in it. */
  private double claims(int threads, int chunkSize) {
    double taper = 2.0 * threads * chunkSize;
    double full = Math.max(0, items - taper) / chunkSize;
    return full + 2.0 * threads * (1 + Math.log(chunkSize));
  }

  /** The smallest chunk whose handing out costs little, so that threads end together. */
  int chunkSize(int threads) {
    double least = Math.max(LEAST_CHUNK_NANOS, LEAST_CHUNK_NANOS_PER_THREAD * threads) / itemNanos;
    int each = variation > UNEQUAL_FROM ? LEAST_UNEQUAL_CHUNKS_PER_THREAD : LEAST_CHUNKS_PER_THREAD;
    double most = Math.max(1, (double) items / ((long) each * threads));
    if (itemNanos < SHORT_NANOS) {
      least = Math.max(least, LEAST_SHORT_ITEMS);
    }
    return (int) Math.max(1, Math.min(most, Math.ceil(least)));
  }
}
