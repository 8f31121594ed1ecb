package io.amorsize.optimizer;

import java.util.List;

/**
 * The Universal Scalability Law (Gunther, Guerrilla Capacity Planning, 2007): p threads do {@code p
 * / (1 + contention (p - 1) + coherency p (p - 1))} times the work of one.
 *
 * @param contention share of the work that only one thread can do at a time, at least 0
 * @param coherency cost of every pair of threads that exchange data, at least 0
 */
record ScalabilityLaw(double contention, double coherency) {

  /**
   * Fits the law by least squares on the linear form {@code p / e - 1 = contention (p - 1) +
   * coherency p (p - 1)}; a coefficient that would be negative is 0 and the other fitted again.
   *
   * @param points measured parallelism at different numbers of threads, at least 2 each; one point
   *     gives the contention alone
   */
  static ScalabilityLaw fit(List<Point> points) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ay = 0;
    double by = 0;
    for (Point point : points) {
      double a = point.threads() - 1;
      double b = a * point.threads();
      double y = point.threads() / point.parallelism() - 1;
      aa += a * a;
      ab += a * b;
      bb += b * b;
      ay += a * y;
      by += b * y;
    }
    double determinant = aa * bb - ab * ab;
    if (points.size() > 1 && determinant > 1e-9 * aa * bb) {
      double contention = (ay * bb - by * ab) / determinant;
      double coherency = (by * aa - ay * ab) / determinant;
      if (contention >= 0 && coherency >= 0) {
        return new ScalabilityLaw(contention, coherency);
      }
      if (contention < 0) {
        return new ScalabilityLaw(0, Math.max(0, by / bb));
      }
    }
    return new ScalabilityLaw(aa == 0 ? 0 : Math.max(0, ay / aa), 0);
  }

  /** A measurement: what so many threads did together, in units of one. */
  record Point(int threads, double parallelism) {}

  /** What so many threads do together, in units of one. */
  double parallelism(int threads) {
    double p = threads;
    return p / (1 + contention * (p - 1) + coherency * p * (p - 1));
  }
}
