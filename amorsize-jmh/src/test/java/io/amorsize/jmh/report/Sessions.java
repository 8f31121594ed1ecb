package io.amorsize.jmh.report;

import static io.amorsize.jmh.report.RunBuilder.forks;
import static io.amorsize.jmh.report.RunBuilder.key;

import io.amorsize.jmh.interleaved.BenchmarkUnit;
import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionOutcome;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowSelection;
import io.amorsize.warmup.PilotWarmup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Sessions that between them hold everything that can happen to one. */
public final class Sessions {

  private static final String PARSER = "org.acme.json.ParserBenchmark.";

  private Sessions() {}

  /** Out of time, with a failure, a slower row, a row given up, one open and one missing. */
  public static SessionFacts mixed() {
    BenchmarkRun base = side("old.jar", 1);
    BenchmarkRun candidate = side("new.jar", 1.12);
    Comparison comparison =
        Comparison.ofSession(
                base,
                candidate,
                DecisionRule.defaults(),
                RowSelection.PRIMARY_OF_ALL,
                SequentialDesign.upTo(5))
            .withUnmeasured(
                List.of(new BenchmarkKey(PARSER + "removed", "", new TreeMap<>(), 0)), List.of());
    PairedUnit failed = unit("broken");
    return new SessionFacts(
        new SessionOutcome(
            comparison,
            base,
            candidate,
            List.of(
                new SessionOutcome.Failure(
                    failed, failed.base() + ": java.lang.IllegalStateException: no input")),
            List.of(unit("never")),
            List.of(
                warmup(unit("slower"), 12, OptionalInt.of(8)),
                warmup(failed, 50, OptionalInt.empty())),
            SessionOutcome.Ending.OUT_OF_TIME,
            new SessionOutcome.Cost(
                20,
                Duration.ofSeconds(83),
                Duration.ofSeconds(9),
                Duration.ofSeconds(155),
                Duration.ofMinutes(66))),
        Path.of("reports/ab-20260131-230000"));
  }

  private static SessionOutcome.Warmup warmup(PairedUnit unit, int iterations, OptionalInt start) {
    return new SessionOutcome.Warmup(
        unit,
        new PilotWarmup(iterations, start, start.isPresent()),
        Optional.of(Duration.ofMillis(100)));
  }

  private static PairedUnit unit(String method) {
    return PairedUnit.of(new BenchmarkUnit(PARSER + method, new TreeMap<>()));
  }

  private static BenchmarkRun side(String label, double slowdown) {
    RunBuilder run = new RunBuilder(label, "21.0.5");
    run.row(key(PARSER + "slower", "avgt", Map.of(), 1), "us/op", forks(10 * slowdown, 5, 0.003));
    run.row(key(PARSER + "calm", "avgt", Map.of(), 1), "us/op", forks(20, 2, 0.002));
    run.row(key(PARSER + "givenUp", "avgt", Map.of(), 1), "us/op", forks(30, 2, 0.3));
    run.row(
        key(PARSER + "open", "avgt", Map.of(), 1),
        "us/op",
        forks(slowdown > 1 ? 42.9 : 40, 3, 0.02));
    return run.run();
  }
}
