package io.amorsize.optimizer;

/**
 * Predicts the time of one pass over a list.
 *
 * <p>With n items of mean time m, chunks of c items, p threads and an effective parallelism e
 * (measured, e &le; p), the time is {@code dispatch + (p / e) * list + claims}, where {@code list}
 * is the longer of the rounds that the chunks take, {@code ceil(ceil(n / c) / p) * c * m}, and of
 * the even share plus the expected wait for the last chunk, {@code n m / p + (p - 1) / p * c m / 2
 * * w}. Graham (1969) bounds such a list schedule by the even share plus one chunk; half of it is
 * the mean where the ends of the threads are independent. Equal items keep threads in step, so w
 * falls with the variation of the items.
 */
record CostModel(int items, double itemNanos, double variation) {

  /** Even equal items lose their step to the host's own noise. */
  private static final double LEAST_TAIL_WEIGHT = 0.2;

  double serialNanos() {
    return items * itemNanos;
  }

  double parallelNanos(int threads, int chunkSize, double parallelism, double dispatchNanos) {
    double chunkNanos = chunkSize * itemNanos;
    double chunks = Math.ceil((double) items / chunkSize);
    double inStep = Math.ceil(chunks / threads) * Math.min(chunkNanos, serialNanos());
    double weight = Math.min(1, LEAST_TAIL_WEIGHT + variation);
    double tail = (threads - 1.0) / threads * chunkNanos / 2 * weight;
    double list = Math.max(inStep, serialNanos() / threads + tail);
    double claims = chunks / threads * DispatchCost.CLAIM_NANOS;
    return dispatchNanos + threads / parallelism * list + claims;
  }

  /** The chunk size with the least predicted time among powers of two and the even share. */
  int bestChunkSize(int threads, double parallelism, double dispatchNanos) {
    int evenShare = (items + threads - 1) / threads;
    int best = evenShare;
    double bestNanos = parallelNanos(threads, evenShare, parallelism, dispatchNanos);
    for (int chunk = 1; chunk < evenShare; chunk *= 2) {
      double nanos = parallelNanos(threads, chunk, parallelism, dispatchNanos);
      if (nanos < bestNanos) {
        best = chunk;
        bestNanos = nanos;
      }
    }
    return best;
  }
}
