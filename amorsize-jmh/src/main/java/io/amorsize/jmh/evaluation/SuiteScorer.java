package io.amorsize.jmh.evaluation;

import io.amorsize.statistics.SequentialDesign;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Scores one method on one suite. */
final class SuiteScorer {

  /** A change hits one of so many groups of rows at a time; the others stay as they were. */
  private static final int GROUPS = 5;

  /** Suites with few changed rows that are drawn of each split. */
  private static final int SPARSE_DRAWS = 2;

  /** Changes of which more is noted than whether they were found. */
  private static final Map<PlantedChange, RowMeasures> DETAILS =
      Map.of(PlantedChange.BY_5, RowMeasures.BY_5, PlantedChange.BY_10, RowMeasures.BY_10);

  /** Looks after 2, 3, 4 and 5 pairs. */
  private static final List<Measure> LOOKS =
      List.of(
          Measure.FLAGGED_AFTER_2,
          Measure.FLAGGED_AFTER_3,
          Measure.FLAGGED_AFTER_4,
          Measure.FLAGGED_AFTER_5);

  private final ComparisonMethod method;
  private final PlayedSuite suite;
  private final ScoreSheet sheet;
  private final List<Call> unchanged;
  private final Map<PlantedChange, List<Call>> byRow = new EnumMap<>(PlantedChange.class);

  SuiteScorer(ComparisonMethod method, PlayedSuite suite, ScoreSheet sheet) {
    this.method = method;
    this.suite = suite;
    this.sheet = sheet;
    this.unchanged = method.judge(suite.base(), suite.current());
  }

  /** The suite as it is. */
  void scoreUnchanged() {
    int alarms = 0;
    for (int i = 0; i < suite.rows(); i++) {
      Call call = unchanged.get(i);
      note(Measure.FALSE_POSITIVES, i, call.flagged());
      noteLook(i, call);
      RowMeasures.UNCHANGED.note(sheet, suite.benchmarks()[i], call);
      alarms += call.alarm() ? 1 : 0;
    }
    sheet.add(Measure.ALARMS, suite.number(), alarms);
    sheet.add(Measure.ANY_ALARM, suite.number(), alarms > 0);
  }

  /** A fifth of the rows changed at a time. */
  void scoreChanges(RandomGenerator random) {
    int[] order = Draws.permutation(suite.rows(), random);
    for (PlantedChange change : suite.changed().keySet()) {
      for (int group = 0; group < Math.min(GROUPS, suite.rows()); group++) {
        boolean[] changed = new boolean[suite.rows()];
        for (int i = 0; i < changed.length; i++) {
          changed[i] = order[i] % GROUPS == group;
        }
        scoreGroup(change, changed);
      }
    }
  }

  private void scoreGroup(PlantedChange change, boolean[] changed) {
    List<Call> calls = judge(change, changed);
    for (int i = 0; i < changed.length; i++) {
      if (changed[i]) {
        note(change.found(), i, calls.get(i).flagged());
        if (DETAILS.containsKey(change)) {
          DETAILS.get(change).note(sheet, suite.benchmarks()[i], calls.get(i));
        }
      }
    }
  }

  /** Few rows changed, as on a real night. */
  void scoreSparse(RandomGenerator random) {
    for (int draw = 0; draw < SPARSE_DRAWS; draw++) {
      boolean[] twentieth = mark(0.05, random);
      boolean[] tenth = mark(0.10, random);
      scoreVerdicts(PlantedChange.BY_5, twentieth, Measure.SPARSE_FOUND_5, Measure.SPARSE_FALSE_5);
      scoreVerdicts(
          PlantedChange.BY_10, twentieth, Measure.SPARSE_FOUND_10, Measure.SPARSE_FALSE_10);
      scoreVerdicts(PlantedChange.BY_5, tenth, Measure.TENTH_FOUND_5, Measure.TENTH_FALSE_5);
      scoreVerdicts(PlantedChange.BY_10, tenth, Measure.TENTH_FOUND_10, Measure.TENTH_FALSE_10);
    }
  }

  private boolean[] mark(double share, RandomGenerator random) {
    int count = (int) Math.max(1, Math.round(share * suite.rows()));
    return Draws.mark(suite.rows(), count, random);
  }

  private void scoreVerdicts(
      PlantedChange change, boolean[] changed, Measure found, Measure discoveries) {
    List<Call> calls = judge(change, changed);
    int alarms = 0;
    int wrong = 0;
    for (int i = 0; i < changed.length; i++) {
      if (changed[i]) {
        note(found, i, calls.get(i).alarm());
      }
      alarms += calls.get(i).alarm() ? 1 : 0;
      wrong += calls.get(i).alarm() && !changed[i] ? 1 : 0;
    }
    sheet.add(discoveries, suite.number(), (double) wrong / Math.max(1, alarms));
  }

  /** The calls of a suite of which some rows changed. */
  private List<Call> judge(PlantedChange change, boolean[] changed) {
    if (!method.isByRow()) {
      return method.judge(suite.base(), mix(suite.current(), suite.changed().get(change), changed));
    }
    List<Call> all =
        byRow.computeIfAbsent(
            change, wanted -> method.judge(suite.base(), suite.changed().get(wanted)));
    return mix(unchanged, all, changed);
  }

  private static <T> List<T> mix(List<T> unchanged, List<T> all, boolean[] changed) {
    List<T> mixed = new ArrayList<>(unchanged);
    for (int i = 0; i < changed.length; i++) {
      if (changed[i]) {
        mixed.set(i, all.get(i));
      }
    }
    return mixed;
  }

  private void note(Measure measure, int row, boolean value) {
    sheet.add(measure, suite.benchmarks()[row], value);
  }

  private void noteLook(int row, Call call) {
    for (int look = 0; look < LOOKS.size(); look++) {
      int pairs = look + SequentialDesign.FEWEST_PAIRS;
      note(LOOKS.get(look), row, call.flagged() && call.pairs().equals(OptionalInt.of(pairs)));
    }
  }
}
