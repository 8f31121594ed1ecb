package io.amorsize.jmh.runner;

import io.amorsize.optimizer.OptimizationResult;
import java.util.Comparator;
import java.util.List;

/**
 * Several plannings of one workload, of which the majority counts. A moment in which the host gave
 * one core, or none, makes a serial plan of a parallel workload or the other way round.
 *
 * @param made the plannings in their order, at least one
 */
record Plannings(List<Planned> made) {

  /** A host that gives less of its cores than this is asked again before a plan counts. */
  private static final double LEAST_CORE_SHARE = 0.8;

  private static final int FEWEST = 2;

  /** A host that is slow to wake its second core makes serial plans of long passes for seconds. */
  private static final int FEWEST_OF_LONG_SERIAL = 3;

  private static final int MOST = 4;

  /** Copies the list. */
  Plannings {
    made = List.copyOf(made);
  }

  /** Whether plannings with all cores agree, or there is no sense in more of them. */
  boolean areEnough() {
    List<Planned> undisturbed = undisturbed();
    long serial = undisturbed.stream().filter(Planned::isSerial).count();
    long parallel = undisturbed.size() - serial;
    boolean doubtful = undisturbed.stream().anyMatch(Planned::isLongSerial);
    boolean agreed =
        serial > parallel
            ? serial >= (doubtful ? FEWEST_OF_LONG_SERIAL : FEWEST)
            : parallel > serial && parallel >= FEWEST;
    return agreed || made.size() >= MOST;
  }

  /** The recommendation: of the majority's, the one that promises most. */
  OptimizationResult chosen() {
    List<Planned> votes = undisturbed().isEmpty() ? made : undisturbed();
    long serial = votes.stream().filter(Planned::isSerial).count();
    boolean isSerial = 2 * serial > votes.size();
    return votes.stream()
        .filter(planned -> planned.isSerial() == isSerial)
        .map(Planned::optimization)
        .max(Comparator.comparingDouble(OptimizationResult::estimatedSpeedup))
        .orElseThrow();
  }

  private List<Planned> undisturbed() {
    return made.stream()
        .filter(planned -> planned.ruler().coreShare() >= LEAST_CORE_SHARE)
        .toList();
  }
}
