package io.amorsize.trend;

import io.amorsize.statistics.SuiteGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The type of machine of each night.
 *
 * @param basis how the types are known
 * @param names of the types, the one with most nights first
 * @param types for each night the position of its type among the names
 */
public record MachineTypes(Basis basis, List<String> names, List<Integer> types) {

  /** Types of fewer nights say nothing about a row's level on them. */
  static final int FEWEST_NIGHTS = 3;

  /** How types of machines are known. */
  public enum Basis {
    /** At least half of the nights say what measured them. */
    RECORDED,
    /** From how the times of the whole suite move. */
    INFERRED,
    /** Not known and too few rows to tell: all nights count as of one machine. */
    UNKNOWN
  }

  /** Copies the lists. */
  public MachineTypes {
    names = List.copyOf(names);
    types = List.copyOf(types);
  }

  /** The types of a suite's nights. */
  public static MachineTypes of(SuiteNights suite) {
    long recorded = suite.nights().stream().filter(night -> night.machine().isPresent()).count();
    if (2 * recorded >= suite.nights().size()) {
      List<String> labels =
          suite.nights().stream().map(night -> night.machine().orElse("unknown machine")).toList();
      List<String> distinct = labels.stream().distinct().toList();
      return ordered(
          Basis.RECORDED, labels.stream().mapToInt(distinct::indexOf).toArray(), distinct);
    }
    double[][] rows =
        suite.rows().stream()
            .filter(RowNights::isTime)
            .map(
                row ->
                    IntStream.range(0, suite.nights().size()).mapToDouble(row::logMean).toArray())
            .toArray(double[][]::new);
    boolean enough = rows.length >= SuiteGroups.FEWEST_ROWS;
    return ordered(
        enough ? Basis.INFERRED : Basis.UNKNOWN,
        enough ? SuiteGroups.of(rows) : new int[suite.nights().size()],
        List.of());
  }

  private static MachineTypes ordered(Basis basis, int[] groups, List<String> labels) {
    List<Integer> bySize = new ArrayList<>(Arrays.stream(groups).distinct().boxed().toList());
    bySize.sort((one, other) -> Long.compare(count(groups, other), count(groups, one)));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < bySize.size(); i++) {
      names.add(labels.isEmpty() ? "type " + (i + 1) : labels.get(bySize.get(i)));
    }
    return new MachineTypes(
        basis, names, Arrays.stream(groups).map(bySize::indexOf).boxed().toList());
  }

  private static long count(int[] groups, int wanted) {
    return Arrays.stream(groups).filter(group -> group == wanted).count();
  }

  /** Nights of a type. */
  public int nights(int type) {
    return (int) types.stream().filter(each -> each == type).count();
  }

  /**
   * Nights from which on only types were used that had not come before, with at least 3 nights on
   * both sides: another machine for good, or a change of nearly all rows. Nobody can tell which
   * from the numbers.
   */
  public List<Integer> movedForGood() {
    List<Integer> found = new ArrayList<>();
    int lastOfThoseBefore = 0;
    for (int night = 0; night <= types.size() - FEWEST_NIGHTS; night++) {
      if (night >= FEWEST_NIGHTS && lastOfThoseBefore < night) {
        found.add(night);
      }
      lastOfThoseBefore = Math.max(lastOfThoseBefore, types.lastIndexOf(types.get(night)));
    }
    return found;
  }

  /** The nights of each type. */
  int[] sizes() {
    int[] sizes = new int[names.size()];
    types.forEach(type -> sizes[type]++);
    return sizes;
  }
}
