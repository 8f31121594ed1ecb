package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.verdict.DecisionRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Scores sessions that look after each pair of forks and stop early, beside one look at all pairs.
 *
 * <p>The forks of every benchmark are dealt out to pairs at random, and the session is played as it
 * goes: whoever is still open gets the next pair. Changes are planted as in {@link RuleEvaluation}.
 */
public final class SessionEvaluation {

  /** What a session measures at most, unless told otherwise. */
  static final int PAIRS = 5;

  private static final ForkCounts EVEN = new ForkCounts(PAIRS, PAIRS);
  private static final ForkCounts MOST =
      new ForkCounts(SequentialDesign.MOST_PAIRS, SequentialDesign.MOST_PAIRS);

  /** Rows of a small suite, and how often all such suites together have the rows of the whole. */
  private static final Map<Integer, Double> SMALL = new TreeMap<>(Map.of(1, 2.0, 5, 0.5, 20, 0.5));

  /** False alarms of whole suites are rare, so that it takes many suites to count them. */
  private static final int MORE_UNCHANGED = 4;

  private static final double WARM_UP_SECONDS = 5;
  private static final double START_SECONDS = 0.7;
  private static final int FEW_ITERATIONS = 20;

  private final Function<Path, BenchmarkRun> reader;

  /** An evaluation of the designs that come with the program. */
  public SessionEvaluation(Function<Path, BenchmarkRun> reader) {
    this.reader = reader;
  }

  /** Recorded benchmarks and for how many seconds a fork of them is measured. */
  record Recording(Corpus corpus, double measuredSeconds) {

    double forkSeconds() {
      return WARM_UP_SECONDS + measuredSeconds + START_SECONDS;
    }
  }

  /**
   * Plays the files of a folder.
   *
   * @throws io.amorsize.result.ResultFormatException if a file is missing or not fit for this
   */
  public SessionScores evaluate(EvaluationSettings settings) {
    Corpus many = Corpus.read(settings, "100 x 100 ms", "dev-5s-100x100ms", reader);
    Corpus few = many.shortened(FEW_ITERATIONS + " x 100 ms", FEW_ITERATIONS);
    Corpus seconds = Corpus.read(settings, "10 x 1 s", "dev-5s-10x1s", reader);
    return evaluate(
        settings,
        List.of(new Recording(few, 2), new Recording(many, 10), new Recording(seconds, 10)));
  }

  /** Plays benchmarks that were read. */
  SessionScores evaluate(EvaluationSettings settings, List<Recording> recordings) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    List<Player> players =
        recordings.stream()
            .map(recording -> new Player(recording.corpus(), settings, random))
            .toList();
    players.forEach(player -> settings.progress().expect(player.work()));
    List<MethodScore> whole = new ArrayList<>();
    List<MethodScore> bySize = new ArrayList<>();
    List<MethodScore> fewer = new ArrayList<>();
    List<MethodScore> more = new ArrayList<>();
    for (Player player : players) {
      whole.addAll(player.play(player.whole()));
      player.small().forEach(task -> bySize.addAll(player.play(task)));
      fewer.addAll(player.play(player.fewerPairs()));
      more.addAll(player.play(player.mostPairs()));
    }
    List<MethodScore> unchanged = new ArrayList<>();
    for (Player player : players) {
      unchanged.addAll(player.play(player.unchanged()));
    }
    return new SessionScores(
        settings, forkSeconds(recordings), whole, unchanged, bySize, fewer, more);
  }

  /** Suites that some methods judge. */
  private record Task(List<ComparisonMethod> methods, Programme programme) {

    long work() {
      return SuitePlayer.work(programme, methods);
    }
  }

  /** Plays one file. */
  private record Player(Corpus corpus, EvaluationSettings settings, SplittableRandom random) {

    long work() {
      return Stream.concat(
              Stream.of(whole(), unchanged(), fewerPairs(), mostPairs()), small().stream())
          .mapToLong(Task::work)
          .sum();
    }

    Task whole() {
      return new Task(
          List.of(session(PAIRS), patient(), oneLook()),
          Programme.whole(rows(), EVEN, settings.repetitions()));
    }

    Task unchanged() {
      int suites = MORE_UNCHANGED * settings.repetitions();
      return new Task(
          List.of(session(PAIRS), oneLook()), Programme.unchanged(rows(), EVEN, suites));
    }

    List<Task> small() {
      List<Task> tasks = new ArrayList<>();
      SMALL.forEach((size, share) -> tasks.add(small(size, share)));
      return tasks;
    }

    private Task small(int size, double share) {
      int suites = (int) Math.ceil(settings.repetitions() * share * rows() / size);
      return new Task(
          List.of(session(PAIRS), oneLook()), Programme.main(Math.min(size, rows()), EVEN, suites));
    }

    Task fewerPairs() {
      return new Task(
          IntStream.range(SequentialDesign.FEWEST_PAIRS, PAIRS)
              .mapToObj(SessionEvaluation::session)
              .toList(),
          Programme.tenPercent(rows(), EVEN, settings.repetitions()));
    }

    Task mostPairs() {
      int suites = (settings.repetitions() + 1) / 2;
      return new Task(List.of(session(MOST.base())), Programme.patient(rows(), MOST, suites));
    }

    private int rows() {
      return corpus.rows().size();
    }

    List<MethodScore> play(Task task) {
      return new SuitePlayer(task.methods(), corpus, settings.progress())
          .play(task.programme(), random.split());
    }
  }

  private static ComparisonMethod patient() {
    return new SessionRule("no giving up", SequentialDesign.upTo(PAIRS).withoutGivingUp());
  }

  private static ComparisonMethod oneLook() {
    return new OurRule("one look", DecisionRule.defaults());
  }

  private static ComparisonMethod session(int pairs) {
    return new SessionRule("session, at most " + pairs, SequentialDesign.upTo(pairs));
  }

  private static Map<String, Double> forkSeconds(List<Recording> recordings) {
    return recordings.stream()
        .collect(Collectors.toMap(recording -> recording.corpus().name(), Recording::forkSeconds));
  }
}
