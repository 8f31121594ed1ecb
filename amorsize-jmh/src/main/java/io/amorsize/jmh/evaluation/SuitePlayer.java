package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Plays suites of one file, all methods on each. */
final class SuitePlayer {

  /** Suites whose sheets are kept at the same time: a sheet has a line for every suite. */
  private static final int AT_ONCE = 32;

  private final List<ComparisonMethod> methods;
  private final Corpus corpus;
  private final EvaluationProgress progress;

  SuitePlayer(List<ComparisonMethod> methods, Corpus corpus, EvaluationProgress progress) {
    this.methods = methods;
    this.corpus = corpus;
    this.progress = progress;
  }

  List<MethodScore> play(Programme programme, SplittableRandom random) {
    List<SplittableRandom> randoms =
        IntStream.range(0, programme.suites()).mapToObj(unused -> random.split()).toList();
    AtomicInteger done = new AtomicInteger();
    List<ScoreSheet> sums = methods.stream().map(unused -> sheet(programme)).toList();
    for (int from = 0; from < programme.suites(); from += AT_ONCE) {
      IntStream.range(from, Math.min(from + AT_ONCE, programme.suites()))
          .parallel()
          .mapToObj(
              number -> {
                List<ScoreSheet> played = playSuite(number, programme, randoms.get(number));
                tell(programme, done.incrementAndGet());
                return played;
              })
          .toList()
          .forEach(suite -> addAll(sums, suite));
    }
    return IntStream.range(0, methods.size())
        .mapToObj(i -> score(programme, i, sums.get(i)))
        .toList();
  }

  private static void addAll(List<ScoreSheet> sums, List<ScoreSheet> suite) {
    for (int i = 0; i < sums.size(); i++) {
      sums.get(i).addAll(suite.get(i));
    }
  }

  private MethodScore score(Programme programme, int method, ScoreSheet sum) {
    return new MethodScore(
        corpus.name(),
        programme.forks(),
        programme.rows(),
        programme.suites(),
        methods.get(method).name(),
        sum.estimates());
  }

  private List<ScoreSheet> playSuite(int number, Programme programme, SplittableRandom random) {
    List<BenchmarkRow> rows = corpus.rows();
    PlayedSuite suite = PlayedSuite.deal(number, rows, programme, random);
    List<ScoreSheet> sheets = new ArrayList<>();
    long seed = random.nextLong();
    for (ComparisonMethod method : methods) {
      ScoreSheet sheet = sheet(programme);
      // Every method meets the same choices of changed rows.
      SplittableRandom choices = new SplittableRandom(seed);
      SuiteScorer scorer = new SuiteScorer(method, suite, sheet);
      scorer.scoreUnchanged();
      scorer.scoreChanges(choices);
      if (programme.sparse()) {
        scorer.scoreSparse(choices);
      }
      sheets.add(sheet);
    }
    return sheets;
  }

  private ScoreSheet sheet(Programme programme) {
    return new ScoreSheet(corpus.rows().size(), programme.suites());
  }

  /** How much a programme takes: a suite that is judged once by one method takes its rows. */
  static long work(Programme programme, List<ComparisonMethod> methods) {
    return programme.suites() * workOfSuite(programme, methods);
  }

  private static long workOfSuite(Programme programme, List<ComparisonMethod> methods) {
    int judged = 1 + programme.changes().size() + (programme.sparse() ? 1 : 0);
    return (long) programme.rows() * judged * methods.size();
  }

  private void tell(Programme programme, int done) {
    progress.done(
        workOfSuite(programme, methods),
        corpus.name()
            + ", "
            + programme.forks()
            + " forks, "
            + programme.rows()
            + " rows: "
            + done
            + " of "
            + programme.suites()
            + " suites");
  }
}
