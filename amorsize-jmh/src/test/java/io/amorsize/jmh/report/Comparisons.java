package io.amorsize.jmh.report;

import static io.amorsize.jmh.report.RunBuilder.forks;
import static io.amorsize.jmh.report.RunBuilder.key;
import static io.amorsize.jmh.report.RunBuilder.metric;

import io.amorsize.policy.AcceptedChange;
import io.amorsize.policy.Glob;
import io.amorsize.policy.Policy;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.RowSelection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comparisons that between them hold everything that can happen to a row. */
public final class Comparisons {

  /** Names that would act where they are shown. */
  public static final List<String> HOSTILE =
      List.of(
          "org.evil.Bench.<img src=x onerror=alert(1)>",
          "org.evil.Bench.a|b`c`",
          "org.evil.Bench.red\u001b[31m",
          "org.evil.Bench.reversed\u202e",
          "org.evil.Bench.two\nlines\r::error::no",
          "=cmd('calc').x",
          "@everyone,\"quoted\"",
          "org.evil.Bench.half\ud800pair]]>\uffff");

  private static final String LISTS = "com.example.collections.ListBenchmark.";
  private static final String MAPS = "com.example.collections.maps.HashMapBenchmark.";

  private Comparisons() {}

  /** Every verdict, both directions, a second metric, missing and new rows. */
  public static Comparison mixed() {
    return Comparison.of(base(), current("21.0.5"), rule(), metrics());
  }

  /** The same, with another JDK on the current side. */
  public static Comparison otherJdk() {
    return Comparison.of(base(), current("24.0.1"), rule(), metrics());
  }

  private static RowSelection metrics() {
    return new RowSelection(
        List.of(),
        List.of(),
        List.of(new Glob(RowComparison.PRIMARY), new Glob("gc.alloc.rate.norm")));
  }

  private static DecisionRule rule() {
    AcceptedChange accepted =
        new AcceptedChange(
            new Glob("*.sortParallel"),
            Glob.ANY,
            0.15,
            "checks its input since #123",
            "alice",
            Optional.empty());
    Policy policy =
        Policy.NONE
            .withAccepted(List.of(accepted))
            .withExpected(List.of(new Glob("com.example.streams.*")));
    return DecisionRule.defaults().withPolicy(policy, LocalDate.of(2026, 3, 1));
  }

  public static BenchmarkRun base() {
    RunBuilder run = new RunBuilder("main.json", "21.0.5");
    rows(run, 1);
    run.quiet(LISTS + "removedLongAgo", Map.of("size", "1000"), 4);
    return run.run();
  }

  public static BenchmarkRun current(String jdk) {
    RunBuilder run = new RunBuilder("pull-request.json", jdk);
    rows(run, 0);
    run.quiet(LISTS + "brandNew", Map.of("size", "1000"), 4);
    return run.run();
  }

  private static void rows(RunBuilder run, int base) {
    run.quiet(LISTS + "sort", Map.of("size", "1000"), base == 1 ? 12.34 : 13.6);
    run.quiet(LISTS + "sort", Map.of("size", "1000000"), base == 1 ? 98_765 : 98_700);
    run.quiet(LISTS + "sortParallel", Map.of("size", "1000"), base == 1 ? 5 : 5.5);
    run.quiet(LISTS + "contains", Map.of("size", "1000"), base == 1 ? 0.0123 : 0.0101);
    run.quiet(LISTS + "indexOf", Map.of("size", "1000"), base == 1 ? 7.77 : 7.78);
    run.row(
        key(LISTS + "iterateWithIndex", "avgt", Map.of("size", "1000"), 1),
        "us/op",
        forks(base == 1 ? 40 : 41.9, 5, 0.06));
    run.row(
        key(LISTS + "addAllAtTheFrontOneByOne", "avgt", Map.of("size", "1000"), 1),
        "us/op",
        forks(base == 1 ? 3 : 3.4, base == 1 ? 5 : 3, 0.03));
    run.row(
        key(LISTS + "oneFork", "avgt", Map.of("size", "1000"), 1),
        "us/op",
        forks(base == 1 ? 200 : 230, 1, 0.01));
    run.row(
        key(MAPS + "put", "thrpt", Map.of("load", "0.75"), 4),
        "ops/s",
        forks(base == 1 ? 123_456_789 : 111_000_000, 5, 0.004),
        Map.of("gc.alloc.rate.norm", metric("B/op", forks(base == 1 ? 48 : 56, 5, 0.0001))));
    run.row(
        key(MAPS + "get", "thrpt", Map.of("load", "0.75"), 4),
        "ops/s",
        forks(base == 1 ? 2_345_678 : 2_340_000, 5, 0.004),
        Map.of("gc.alloc.rate.norm", metric("B/op", forks(base == 1 ? 0.0001 : 24, 5, 0.0001))));
  }

  /** Names that would act on a terminal, a page, a spreadsheet or a build server. */
  public static Comparison hostile() {
    RunBuilder before = new RunBuilder("a\u001b[2Jb", "21");
    RunBuilder now = new RunBuilder("<b>|c", "21");
    for (String name : HOSTILE) {
      before.quiet(name, Map.of("p", "=1+1,\"x\""), 5);
      now.quiet(name, Map.of("p", "=1+1,\"x\""), 6);
    }
    before.row(key("+missing.\u001b[1m", "avgt", Map.of(), 0), "us/op", forks(1, 5, 0.002));
    return Comparison.of(before.run(), now.run(), DecisionRule.defaults());
  }

  /** One row that is flagged among many that are not. */
  public static Comparison suspect() {
    RunBuilder before = new RunBuilder("before", "21");
    RunBuilder now = new RunBuilder("now", "21");
    for (int i = 0; i < 20; i++) {
      before.quiet("org.calm.Bench.method" + i, Map.of(), 10 + i);
      now.quiet("org.calm.Bench.method" + i, Map.of(), 10 + i);
    }
    before.row(key("org.calm.Bench.odd", "avgt", Map.of(), 1), "us/op", forks(7, 5, 0.06));
    now.row(key("org.calm.Bench.odd", "avgt", Map.of(), 1), "us/op", forks(7.42, 5, 0.06));
    return Comparison.of(before.run(), now.run(), DecisionRule.defaults());
  }

  /** A suite of many rows with long parameters, of which every ninth is slower. */
  public static Comparison many(int count) {
    RunBuilder before = new RunBuilder("before", "21");
    RunBuilder now = new RunBuilder("now", "21");
    List<String> kinds = new ArrayList<>(List.of("random", "almostSorted", "reversed"));
    for (int i = 0; i < count; i++) {
      Map<String, String> params =
          Map.of("size", Integer.toString(100 + i), "distribution", kinds.get(i % 3));
      double center = 10 + 0.37 * i;
      before.quiet("com.example.sorting.TimSortBenchmark.sortWithComparator", params, center);
      double change = i % 9 == 0 ? 1.06 + 0.01 * (i % 7) : 1 + 0.001 * (i % 5);
      now.quiet("com.example.sorting.TimSortBenchmark.sortWithComparator", params, center * change);
    }
    return Comparison.of(before.run(), now.run(), DecisionRule.defaults());
  }
}
