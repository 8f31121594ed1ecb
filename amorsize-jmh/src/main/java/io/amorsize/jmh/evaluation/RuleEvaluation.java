package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.DecisionRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Scores the decision rule and the methods that people use today.
 *
 * <p>The forks of every benchmark are dealt out to two sides at random, so that nothing differs;
 * then a fifth of the rows at a time gets a slowdown on one side. Flagged is what gets a verdict or
 * is a suspect; alarms are the verdicts alone.
 */
public final class RuleEvaluation {

  private static final ForkCounts EVEN = new ForkCounts(5, 5);
  private static final List<ForkCounts> OTHER_FORKS =
      List.of(
          new ForkCounts(3, 3), new ForkCounts(4, 4), new ForkCounts(5, 3), new ForkCounts(7, 3));
  private static final List<Integer> SMALL = List.of(5, 10, 20);

  /** Small suites of one size together have so many times the rows of the whole suite. */
  private static final double SHARE_OF_SMALL = 2.0 / 3;

  private final Function<Path, BenchmarkRun> reader;
  private final List<ComparisonMethod> methods;

  /** An evaluation of the rule with its defaults. */
  public RuleEvaluation(Function<Path, BenchmarkRun> reader) {
    this.reader = reader;
    methods = new ArrayList<>();
    methods.add(new OurRule("our rule", DecisionRule.defaults()));
    methods.add(new LargerOfTwoRule());
    methods.addAll(RowMethod.all());
  }

  /**
   * Plays the files of a folder.
   *
   * @throws io.amorsize.result.ResultFormatException if a file is missing or not fit for this
   */
  public RuleScores evaluate(EvaluationSettings settings) {
    List<Corpus> corpora =
        List.of(
            Corpus.read(settings, "10 x 1 s", "dev-5s-10x1s", reader),
            Corpus.read(settings, "100 x 100 ms", "dev-5s-100x100ms", reader),
            Corpus.read(settings, "10 x 1 s, late", "dev-200s-10x1s", reader).briefly());
    return evaluate(settings, corpora);
  }

  /** Plays benchmarks that were read. */
  RuleScores evaluate(EvaluationSettings settings, List<Corpus> corpora) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    int suites = settings.repetitions();
    corpora.forEach(corpus -> settings.progress().expect(work(corpus, suites)));
    List<MethodScore> whole = new ArrayList<>();
    List<MethodScore> byForks = new ArrayList<>();
    List<MethodScore> bySize = new ArrayList<>();
    for (Corpus corpus : corpora) {
      SuitePlayer player = new SuitePlayer(methods, corpus, settings.progress());
      whole.addAll(player.play(whole(corpus, suites), random.split()));
      for (Programme programme : byForks(corpus, suites)) {
        byForks.addAll(player.play(programme, random.split()));
      }
      for (Programme programme : bySize(corpus, suites)) {
        bySize.addAll(player.play(programme, random.split()));
      }
    }
    return new RuleScores(settings, whole, byForks, bySize);
  }

  private long work(Corpus corpus, int suites) {
    return Stream.of(
            Stream.of(whole(corpus, suites)),
            byForks(corpus, suites).stream(),
            bySize(corpus, suites).stream())
        .flatMap(programmes -> programmes)
        .mapToLong(programme -> SuitePlayer.work(programme, methods))
        .sum();
  }

  private static Programme whole(Corpus corpus, int suites) {
    return Programme.whole(corpus.rows().size(), EVEN, suites);
  }

  private static List<Programme> byForks(Corpus corpus, int suites) {
    return corpus.thorough()
        ? OTHER_FORKS.stream()
            .map(forks -> Programme.main(corpus.rows().size(), forks, (suites + 1) / 2))
            .toList()
        : List.of();
  }

  private static List<Programme> bySize(Corpus corpus, int suites) {
    int rows = corpus.rows().size();
    return corpus.thorough()
        ? SMALL.stream()
            .map(
                size ->
                    Programme.main(
                        Math.min(size, rows),
                        EVEN,
                        (int) Math.ceil(suites * SHARE_OF_SMALL * rows / size)))
            .toList()
        : List.of();
  }
}
