package io.amorsize.history;

import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.RowSelection;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A history that lasts as long as its process: for tests and for runs that need not be kept. */
public final class MemoryHistory implements HistoryStore {

  private final InstantSource clock;
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  private final Map<String, String> calibrations = new HashMap<>();

  private LearnedNoise noise = LearnedNoise.NONE;

  private record Kept(RecordedRun run, RunContent content) {}

  /** An empty history whose clock says when runs are recorded. */
  public MemoryHistory(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Recording record(NewRun run) {
    String hash = run.content().hash();
    Kept there = kept.get(hash);
    if (there != null) {
      return new Recording(there.run(), false);
    }
    RecordedRun recorded =
        new RecordedRun(
            hash,
            run.origin(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            run.content().rows().size(),
            run.content().results().size());
    kept.put(hash, new Kept(recorded, run.content()));
    return new Recording(recorded, true);
  }

  @Override
  public synchronized List<RecordedRun> runs(RunFilter filter) {
    return filter.of(kept.values().stream().map(Kept::run).sorted(RecordedRun.BY_TIME).toList());
  }

  @Override
  public synchronized RunContent content(RecordedRun run) {
    Kept there = kept.get(run.hash());
    if (there == null) {
      throw new ResultFormatException("run " + run.id() + " is not in this history any more");
    }
    return there.content();
  }

  @Override
  public void series(List<RecordedRun> runs, RowSelection selection, Consumer<Series> receiver) {
    Map<SeriesKey, SeriesAssembly> found = new TreeMap<>();
    for (Kept there : there(runs)) {
      for (Sample sample : RunSamples.of(there.content())) {
        SeriesKey key = sample.key();
        if (sample.isFollowed() && selection.takes(key.row()) && selection.takes(key.metric())) {
          found
              .computeIfAbsent(key, SeriesAssembly::new)
              .add(there.run(), sample.metric(), sample.settings());
        }
      }
    }
    found.values().stream()
        .map(SeriesAssembly::series)
        .forEach(series -> series.ifPresent(receiver));
  }

  private synchronized List<Kept> there(List<RecordedRun> runs) {
    return runs.stream().map(run -> kept.get(run.hash())).filter(Objects::nonNull).toList();
  }

  @Override
  public synchronized LearnedNoise noise() {
    return noise;
  }

  @Override
  public synchronized void keep(LearnedNoise learned) {
    noise = learned;
  }

  @Override
  public synchronized Optional<String> calibration(String fingerprint) {
    return Optional.ofNullable(calibrations.get(fingerprint));
  }

  @Override
  public synchronized void keepCalibration(String fingerprint, String document) {
    calibrations.put(fingerprint, document);
  }

  @Override
  public synchronized int delete(List<RecordedRun> runs) {
    List<RecordedRun> there = new ArrayList<>(runs);
    there.removeIf(run -> kept.remove(run.hash()) == null);
    return there.size();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
