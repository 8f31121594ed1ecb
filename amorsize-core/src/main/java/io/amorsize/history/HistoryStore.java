package io.amorsize.history;

import io.amorsize.verdict.RowSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs that are kept to be followed over time. A run is identified by its content: recording it a
 * second time changes nothing. Every method that changes something does so as a whole or not at
 * all, also where the process is killed, and other processes may use the same history meanwhile.
 *
 * <p>A store that cannot be reached or read throws {@link io.amorsize.result.ResultFormatException}
 * in one sentence.
 */
public interface HistoryStore extends AutoCloseable {

  /** Records a run, unless its content was recorded before. */
  Recording record(NewRun run);

  /** The runs that are meant, by the time of measuring. */
  List<RecordedRun> runs(RunFilter filter);

  /** Everything that a run measured, exactly as it was recorded. */
  RunContent content(RecordedRun run);

  /**
   * Gives the series of some runs one after the other, in their order; only one is in memory at a
   * time. Where a run holds rows of one key more than once, its first is in the series.
   *
   * @param runs the runs that make up the points; those that are not there any more are left out
   * @param selection benchmarks and metrics; a workload goes by its name
   * @param receiver is given each series that has a point
   */
  void series(List<RecordedRun> runs, RowSelection selection, Consumer<Series> receiver);

  /** Gives the series of the runs that are meant. */
  default void series(RunFilter runs, RowSelection selection, Consumer<Series> receiver) {
    series(runs(runs), selection, receiver);
  }

  /** The series of the runs that are meant, as a list. */
  default List<Series> series(RunFilter runs, RowSelection selection) {
    List<Series> found = new ArrayList<>();
    series(runs, selection, found::add);
    return found;
  }

  /** What was learned last of how much sessions differ; nothing where that was never kept. */
  LearnedNoise noise();

  /** Keeps what was learned of how much sessions differ, in the place of what was kept before. */
  void keep(LearnedNoise noise);

  /** What a calibration on a host learned last, as a document; empty where there was none. */
  Optional<String> calibration(String fingerprint);

  /**
   * Keeps what a calibration learned, in the place of what was kept before of the same host.
   *
   * @param fingerprint of the environment
   * @param document what was learned
   */
  void keepCalibration(String fingerprint, String document);

  /**
   * Removes runs; what is not there is no error.
   *
   * @return how many were there
   */
  int delete(List<RecordedRun> runs);

  @Override
  void close();
}
