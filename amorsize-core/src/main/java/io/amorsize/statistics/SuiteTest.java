package io.amorsize.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tests every row of a suite for a change, and knows how many rows there are.
 *
 * <p>A row's probability mixes two references. The table holds how large the statistic gets on
 * unchanged benchmarks in general; the pool holds how large it gets in this suite when the forks of
 * each row are dealt out anew ({@link Relabelings}), every row with the same weight. With R rows,
 * {@code p = (R pool + 30 table) / (R + 30)}: one row is judged by the table, three hundred nearly
 * by themselves. Values of p are then corrected for their number ({@link BenjaminiHochberg}).
 *
 * <p>Results do not depend on the order of rows or forks; exchanging the sides changes the sign
 * alone.
 */
public final class SuiteTest {

  /** The table counts as so many rows; 15 to 100 do equally well. */
  private static final double TABLE_ROWS = 30;

  /** Ties between equal relabelings must not fall apart by rounding. */
  private static final double TIE = 1 + 1e-9;

  private final NullTable table;

  /** A test with a table of null distributions. */
  public SuiteTest(NullTable table) {
    this.table = table;
  }

  /**
   * A row: its forks on both sides, and what is known beforehand.
   *
   * @param base summaries of the base, at least 2 forks
   * @param current summaries of the current side, at least 2 forks
   * @param logThreshold log of 1 plus the smallest effect that counts, at least 0
   * @param sessionSd sd of the log ratio of two sessions of the same code; 0 if both sides were
   *     measured in one session
   * @param forkNoise how much forks of one session differ, as it was learned before
   */
  public record Row(
      ForkSummaries base,
      ForkSummaries current,
      double logThreshold,
      double sessionSd,
      ForkNoise forkNoise) {

    /** A row of whose forks nothing is known beforehand. */
    public Row(ForkSummaries base, ForkSummaries current, double logThreshold, double sessionSd) {
      this(base, current, logThreshold, sessionSd, ForkNoise.UNKNOWN);
    }

    /** Checks the ranges. */
    public Row {
      if (base.forks() < 2 || current.forks() < 2) {
        throw new IllegalArgumentException(
            "need 2 forks a side, are " + base.forks() + " and " + current.forks());
      }
      if (!(logThreshold >= 0) || !(sessionSd >= 0)) {
        throw new IllegalArgumentException(
            "logThreshold and sessionSd must not be negative, are "
                + logThreshold
                + " and "
                + sessionSd);
      }
    }

    ChangeStatistic statistic() {
      return ChangeStatistic.of(base, current, logThreshold, sessionSd, forkNoise);
    }

    /** The same row judged by its own forks alone. */
    Row byItself() {
      return new Row(base, current, logThreshold, sessionSd);
    }
  }

  /**
   * The answer for a row.
   *
   * @param statistic T, 0 where the effect is below the threshold
   * @param sign 1 where the current side is slower, -1 where it is faster, 0 where nothing differs
   * @param effect the leading summary's change, as a share: 0.05 is 5 % slower
   * @param mixed whether the summaries point both ways, each strongly
   * @param tableP probability by the table alone
   * @param p probability of so large a T where nothing changed
   * @param q the same, corrected for the number of rows
   */
  public record Answer(
      double statistic, int sign, double effect, boolean mixed, double tableP, double p, double q) {

    /** The same statistic with other probabilities. */
    Answer withProbabilities(double otherP, double otherQ) {
      return new Answer(statistic, sign, effect, mixed, tableP, otherP, otherQ);
    }

    static Answer of(ChangeStatistic statistic, double tableP, double p, double q) {
      return new Answer(
          statistic.value(),
          statistic.sign(),
          Math.expm1(statistic.effect()),
          statistic.mixed(),
          tableP,
          p,
          q);
    }
  }

  /** Tests all rows of a suite together; the answers are in the order of the rows. */
  public List<Answer> test(List<Row> rows) {
    List<ChangeStatistic> statistics = rows.stream().map(Row::statistic).toList();
    double[] tableP = new double[rows.size()];
    for (int i = 0; i < tableP.length; i++) {
      tableP[i] = distribution(rows.get(i)).pValue(statistics.get(i).value());
    }
    Optional<Pool> pool = pool(rows);
    double[] p = new double[rows.size()];
    for (int i = 0; i < p.length; i++) {
      boolean pooled = pool.isPresent() && rows.get(i).sessionSd() == 0;
      p[i] = pooled ? mixed(pool.get().share(tableP[i]), tableP[i], pool.get().rows()) : tableP[i];
      p[i] = statistics.get(i).value() == 0 ? 1 : p[i];
    }
    double[] q = BenjaminiHochberg.adjust(p);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      answers.add(Answer.of(statistics.get(i), tableP[i], p[i], q[i]));
    }
    return answers;
  }

  private static double mixed(double pooled, double tableP, int rows) {
    return (rows * pooled + TABLE_ROWS * tableP) / (rows + TABLE_ROWS);
  }

  /** The null distribution that the table holds for a row. */
  NullDistribution distribution(Row row) {
    return table.find(
        row.base().forks(),
        row.current().forks(),
        Math.min(row.base().leastIterations(), row.current().leastIterations()),
        row.logThreshold());
  }

  /** The relabelings of all rows that were measured in one session; empty where there is none. */
  private Optional<Pool> pool(List<Row> rows) {
    List<Row> pooled = rows.stream().filter(row -> row.sessionSd() == 0).toList();
    if (pooled.isEmpty()) {
      return Optional.empty();
    }
    List<double[]> values = new ArrayList<>();
    for (Row row : pooled) {
      values.add(relabeledPs(row));
    }
    return Optional.of(Pool.of(values));
  }

  private double[] relabeledPs(Row row) {
    ForkSummaries base = row.base().inCanonicalOrder();
    ForkSummaries current = row.current().inCanonicalOrder();
    boolean swap = base.forks() < current.forks();
    ForkSummaries larger = swap ? current : base;
    ForkSummaries smaller = swap ? base : current;
    NullDistribution distribution = distribution(row);
    return Relabelings.of(larger.forks(), smaller.forks()).stream()
        .mapToDouble(
            relabeling -> {
              ForkSummaries one = larger.pick(relabeling.first(), smaller, relabeling.second());
              ForkSummaries other =
                  larger.pick(relabeling.firstLeft(), smaller, relabeling.secondLeft());
              ChangeStatistic statistic =
                  ChangeStatistic.of(one, other, row.logThreshold(), row.sessionSd());
              return distribution.pValue(statistic.value());
            })
        .toArray();
  }

  /**
   * Probabilities of relabelings, where each row has a weight of 1.
   *
   * @param byCount by the number of relabelings of a row, those of all such rows, rising
   * @param rows number of rows
   */
  private record Pool(Map<Integer, double[]> byCount, int rows) {

    static Pool of(List<double[]> rows) {
      Map<Integer, List<double[]>> alike =
          rows.stream().collect(groupingBy(row -> row.length, TreeMap::new, toList()));
      Map<Integer, double[]> byCount = new TreeMap<>();
      alike.forEach(
          (count, values) ->
              byCount.put(
                  count, values.stream().flatMapToDouble(Arrays::stream).sorted().toArray()));
      return new Pool(byCount, rows.size());
    }

    /** Share of the weight at or below a probability. */
    double share(double p) {
      double weight = 0;
      for (Map.Entry<Integer, double[]> ofCount : byCount.entrySet()) {
        weight += (double) atMost(p * TIE, ofCount.getValue()) / ofCount.getKey();
      }
      return weight / rows;
    }

    /** How many of rising values are at or below a bound. */
    private static int atMost(double bound, double[] values) {
      int from = Arrays.binarySearch(values, bound);
      int index = from < 0 ? -from - 1 : from;
      while (index < values.length && values[index] <= bound) {
        index++;
      }
      return index;
    }
  }
}
