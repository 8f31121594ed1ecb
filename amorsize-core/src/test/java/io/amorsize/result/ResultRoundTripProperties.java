package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A results file says what was written into it, whatever texts and numbers that is. */
class ResultRoundTripProperties {

  /** Any text that has a form in UTF-8, control characters and all. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(20)
        .map(text -> text.replaceAll("[\\ud800-\\udfff]", ""));
  }

  private static Arbitrary<Duration> times() {
    return Arbitraries.longs().between(1, 1L << 50).map(Duration::ofNanos);
  }

  @Provide
  Arbitrary<BenchmarkResult> benchmarks() {
    Arbitrary<Double> positive = Arbitraries.doubles().between(1e-9, 1e9).ofScale(9);
    return Combinators.combine(times(), times(), positive, positive, texts().list().ofMaxSize(3))
        .as(
            (serial, parallel, actual, predicted, advice) ->
                new BenchmarkResult(
                    serial,
                    parallel,
                    actual,
                    predicted,
                    BenchmarkResult.accuracyPercent(actual, predicted),
                    BenchmarkResult.errorPercent(actual, predicted),
                    Optional.empty(),
                    advice));
  }

  @Provide
  Arbitrary<PerformanceResult> results() {
    Arbitrary<PlanRecord> plans =
        Combinators.combine(
                Arbitraries.integers(),
                Arbitraries.integers(),
                Arbitraries.doubles(),
                texts(),
                texts(),
                texts().list().ofMaxSize(2))
            .as(PlanRecord::new);
    return Combinators.combine(
            texts(),
            plans.optional(),
            benchmarks().optional(),
            Arbitraries.of(true, false),
            texts().list().ofMaxSize(2),
            texts())
        .as(
            (name, plan, benchmark, passed, issues, note) ->
                new PerformanceResult(
                    name, plan, benchmark, passed, !passed, issues, Map.of("note", note)));
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("results") PerformanceResult result) throws Exception {
    Path file = Files.createTempFile("results", ".json");
    try {
      Files.writeString(file, PerformanceResultJson.write(List.of(result)));
      assertThat(PerformanceResultJson.read(file))
          .containsExactly(Map.entry(result.workloadName(), result));
    } finally {
      Files.delete(file);
    }
  }
}
