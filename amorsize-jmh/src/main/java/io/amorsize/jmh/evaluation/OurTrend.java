package io.amorsize.jmh.evaluation;

import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.MachineTypes;
import io.amorsize.trend.NightFacts;
import io.amorsize.trend.RowNights;
import io.amorsize.trend.SuiteNights;
import io.amorsize.trend.SuiteTrend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code history trend} finds. */
final class OurTrend implements TrendMethod {

  private final Machines machines;

  /** Types of the suite that was played last, by the number of its nights that are known. */
  private final Map<Integer, MachineTypes> inferred = new HashMap<>();

  private PlayedNights last;

  /** What is known of the machines. */
  enum Machines {
    /** Every night says what measured it. */
    RECORDED,
    /** Nothing is said. */
    INFERRED,
    /** All nights say the same. */
    IGNORED
  }

  OurTrend(Machines machines) {
    this.machines = machines;
  }

  @Override
  public String label() {
    return switch (machines) {
      case RECORDED -> "Amorsize, recorded";
      case INFERRED -> "Amorsize, inferred";
      case IGNORED -> "Amorsize, ignored";
    };
  }

  @Override
  public List<Integer> changes(PlayedNights suite, int nights, int row) {
    List<NightFacts> facts =
        PlayedNights.facts(nights, night -> Optional.of(machine(suite, nights, night)));
    return SuiteTrend.of(new SuiteNights(facts, List.of(suite.row(row, nights)))).changes().stream()
        .map(ChangePoint::night)
        .toList();
  }

  /** Types that were inferred from all rows are told to the judgement of one as its machines. */
  private String machine(PlayedNights suite, int nights, int night) {
    return switch (machines) {
      case RECORDED -> "machine " + suite.machine(night);
      case INFERRED -> "machine " + types(suite, nights).types().get(night);
      case IGNORED -> "a machine";
    };
  }

  private MachineTypes types(PlayedNights suite, int nights) {
    if (last != suite) {
      inferred.clear();
      last = suite;
    }
    return inferred.computeIfAbsent(nights, count -> infer(suite, count));
  }

  private static MachineTypes infer(PlayedNights suite, int nights) {
    List<RowNights> rows = new ArrayList<>();
    for (int row = 0; row < suite.rows(); row++) {
      rows.add(suite.row(row, nights));
    }
    return MachineTypes.of(
        new SuiteNights(PlayedNights.facts(nights, night -> Optional.empty()), rows));
  }
}
