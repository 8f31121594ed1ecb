package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.statistics.SteadyState;
import io.amorsize.statistics.WarmupLength;
import io.amorsize.warmup.PilotWarmup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/** How well the warm-up of recorded forks is found, whose steady state others labeled. */
public final class SteadyEvaluation {

  private static final int NEXT = 100;
  private static final double BIAS = 0.05;
  private static final double CLOSE_SECONDS = 5;
  private static final List<Integer> SHORT = List.of(30, 60, 100, 200, 500, 1000);

  /** What {@code ab} does with its pilots. */
  private static final int PILOT = 60;

  private static final int PILOT_NEXT = 20;
  private static final int FEWEST_WARMUP = 10;
  private static final int MOST_WARMUP = 50;
  private static final double RESERVE = 1.5;
  private static final PilotWarmup.Bounds BOUNDS =
      new PilotWarmup.Bounds(FEWEST_WARMUP, MOST_WARMUP);

  private static final List<Integer> FIXED = List.of(10, 20, 30, 40, 50);

  /** Choices of a pilot: three that look at it, and the fixed ones. */
  private static final int PILOTS = 3 + FIXED.size();

  private final List<LabeledFork> forks;
  private final int benchmarks;
  private final EvaluationProgress progress;

  private SteadyEvaluation(List<LabeledFork> forks, EvaluationProgress progress) {
    this.forks = List.copyOf(forks);
    this.progress = progress;
    benchmarks = 1 + forks.stream().mapToInt(LabeledFork::benchmark).max().orElse(-1);
  }

  /**
   * Reads the forks.
   *
   * @param data folder of the recorded benchmarks
   * @param reader reads JMH results
   * @param progress hears how far it is
   * @throws io.amorsize.result.ResultFormatException if a file is missing or not fit for this
   */
  public static SteadyEvaluation read(
      Path data, Function<Path, BenchmarkRun> reader, EvaluationProgress progress) {
    List<LabeledFork> forks = LabeledFork.read(data.resolve("steady"), reader);
    progress.done(0, forks.size() + " forks read");
    progress.expect(SteadyMethod.ALL.size() + SHORT.size() + PILOTS);
    return new SteadyEvaluation(forks, progress);
  }

  /** Every method on all forks, and ours on the half that it was chosen on and on the other. */
  public List<SteadyScore> methods() {
    List<SteadyScore> scores = new ArrayList<>();
    for (SteadyMethod method : SteadyMethod.ALL) {
      progress.done(1, method.name());
      List<OptionalInt> starts =
          forks.parallelStream()
              .map(fork -> method.rule().start(fork.first(fork.length())))
              .toList();
      scores.add(score("all", method, starts, fork -> true));
      if (scores.size() == 1) {
        scores.add(score("chosen on", method, starts, fork -> fork.benchmark() % 2 == 0));
        scores.add(score("other half", method, starts, fork -> fork.benchmark() % 2 == 1));
      }
    }
    return scores;
  }

  private SteadyScore score(
      String group, SteadyMethod method, List<OptionalInt> starts, Predicate<LabeledFork> members) {
    Tally sensitivity = new Tally(benchmarks);
    Tally specificity = new Tally(benchmarks);
    Tally close = new Tally(benchmarks);
    Tally biased = new Tally(benchmarks);
    List<Double> errors = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    for (int i = 0; i < forks.size(); i++) {
      LabeledFork fork = forks.get(i);
      OptionalInt found = starts.get(i);
      if (!members.test(fork)) {
        continue;
      }
      if (fork.start().isEmpty()) {
        specificity.add(fork.benchmark(), found.isEmpty());
        continue;
      }
      sensitivity.add(fork.benchmark(), found.isPresent());
      if (found.isPresent()) {
        int start = found.getAsInt();
        double error = fork.secondsUntil(start) - fork.secondsUntil(fork.start().getAsInt());
        errors.add(Math.abs(error));
        lengths.add(fork.secondsUntil(start));
        close.add(fork.benchmark(), Math.abs(error) < CLOSE_SECONDS);
        biased.add(fork.benchmark(), fork.bias(start, NEXT) > BIAS);
      }
    }
    return new SteadyScore(
        group,
        method.name(),
        sensitivity.estimate(),
        specificity.estimate(),
        median(errors),
        close.estimate(),
        biased.estimate(),
        median(lengths));
  }

  /** What the first iterations alone tell. */
  public List<ShortForkScore> shortForks() {
    return SHORT.stream().map(this::shortForks).toList();
  }

  private ShortForkScore shortForks(int iterations) {
    progress.done(1, "the first " + iterations + " iterations");
    Tally settled = new Tally(benchmarks);
    Tally changed = new Tally(benchmarks);
    List<Double> errors = new ArrayList<>();
    for (LabeledFork fork : forks) {
      OptionalInt found = SteadyState.of(fork.first(iterations)).start();
      settled.add(fork.benchmark(), found.isPresent());
      if (found.isPresent() && fork.start().isPresent()) {
        int start = found.getAsInt();
        changed.add(fork.benchmark(), fork.bias(start, iterations - start) > BIAS);
        int label = fork.start().getAsInt();
        if (label < iterations) {
          errors.add(Math.abs(fork.secondsUntil(start) - fork.secondsUntil(label)));
        }
      }
    }
    return new ShortForkScore(iterations, settled.estimate(), changed.estimate(), median(errors));
  }

  /** What pilots choose for the forks behind them, by both rules and by each alone. */
  public List<PilotScore> pilots() {
    List<PilotScore> scores = new ArrayList<>();
    scores.add(
        pilot(
            "suite and ab: 1.5 x the later of both, 10 to 50",
            fork -> PilotWarmup.of(List.of(fork.first(PILOT)), BOUNDS).iterations()));
    scores.add(
        pilot(
            "1.5 x the window rule, 10 to 50",
            fork -> reserved(WarmupLength.of(fork.first(PILOT)).iterations())));
    scores.add(
        pilot(
            "1.5 x steady, 10 to 50",
            fork -> reserved(SteadyState.of(fork.first(PILOT)).start().orElse(MOST_WARMUP))));
    for (int fixed : FIXED) {
      scores.add(pilot("always " + fixed, fork -> fixed));
    }
    return scores;
  }

  private static int reserved(int found) {
    return Math.max(FEWEST_WARMUP, Math.min(MOST_WARMUP, (int) Math.ceil(RESERVE * found)));
  }

  private PilotScore pilot(String name, ToIntFunction<LabeledFork> choice) {
    progress.done(1, name);
    Tally biased = new Tally(benchmarks);
    List<Double> biases = new ArrayList<>();
    int[] lengths = forks.stream().mapToInt(choice).toArray();
    for (int i = 0; i < forks.size(); i++) {
      for (int k = 0; k < forks.size(); k++) {
        LabeledFork other = forks.get(k);
        boolean same = forks.get(i).benchmark() == other.benchmark();
        if (i != k && same && other.start().isPresent()) {
          double bias = other.bias(lengths[i], PILOT_NEXT);
          biased.add(other.benchmark(), bias > BIAS);
          biases.add(bias);
        }
      }
    }
    return new PilotScore(
        name,
        IntStream.of(lengths).average().orElse(Double.NaN),
        biased.estimate(),
        median(biases));
  }

  private static double median(List<Double> values) {
    return Median.withDefaults()
        .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
