package io.amorsize.verdict;

import io.amorsize.result.Measurements;
import java.util.DoubleSummaryStatistics;

/**
 * Judges bytes allocated by an operation where they are (nearly) none, so that ratios mean nothing:
 * a change is called where every fork now allocates at least {@value #LEAST_BYTES} bytes more, or
 * less, than every fork before. Objects take at least 8 bytes more or less, whatever the JVM.
 */
final class AllocationRule {

  private static final double LEAST_BYTES = 8;

  private AllocationRule() {}

  static Verdict judge(Measurements base, Measurements current) {
    DoubleSummaryStatistics before = bytes(base);
    DoubleSummaryStatistics now = bytes(current);
    if (now.getMin() - before.getMax() >= LEAST_BYTES) {
      return Verdict.SLOWER;
    }
    if (before.getMin() - now.getMax() >= LEAST_BYTES) {
      return Verdict.FASTER;
    }
    double most = Math.max(now.getMax() - before.getMin(), before.getMax() - now.getMin());
    return most < LEAST_BYTES ? Verdict.SAME : Verdict.INCONCLUSIVE;
  }

  private static DoubleSummaryStatistics bytes(Measurements side) {
    double perUnit = side.unit().inBase();
    return side.forks().stream().mapToDouble(fork -> fork.mean() * perUnit).summaryStatistics();
  }
}
