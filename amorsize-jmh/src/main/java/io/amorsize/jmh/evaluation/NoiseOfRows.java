package io.amorsize.jmh.evaluation;

import io.amorsize.history.LearnedNoise;
import io.amorsize.history.MemoryHistory;
import io.amorsize.history.NewRun;
import io.amorsize.history.NoiseLearning;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunFilter;
import io.amorsize.history.RunOrigin;
import io.amorsize.history.Series;
import io.amorsize.history.SeriesPoint;
import io.amorsize.verdict.RowSelection;
import io.amorsize.verdict.SessionNoise;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a history of recorded nights learns of each row, without the commits of a pair. */
final class NoiseOfRows {

  private final List<Series> series;
  private final Map<Set<String>, SessionNoise> learned = new HashMap<>();

  NoiseOfRows(List<RecordedNight> nights) {
    try (MemoryHistory history = new MemoryHistory(InstantSource.fixed(Instant.EPOCH))) {
      for (RecordedNight night : nights) {
        Instant time = LocalDate.parse(night.date()).atStartOfDay().toInstant(ZoneOffset.UTC);
        RunOrigin origin =
            RunOrigin.of(night.date(), time).at(Optional.of(night.commit()), Optional.empty());
        history.record(new NewRun(origin, RunContent.ofRows(night.run().rows())));
      }
      series = history.series(RunFilter.ALL, RowSelection.PRIMARY_OF_ALL);
    }
  }

  SessionNoise without(NightPair left) {
    Set<String> commits = Set.copyOf(List.of(left.base().commit(), left.current().commit()));
    return learned.computeIfAbsent(commits, this::learn);
  }

  private SessionNoise learn(Set<String> commits) {
    NoiseLearning learning = new NoiseLearning();
    for (Series each : series) {
      List<SeriesPoint> kept =
          each.points().stream()
              .filter(point -> !commits.contains(point.run().origin().commit().orElseThrow()))
              .toList();
      if (!kept.isEmpty()) {
        learning.add(new Series(each.key(), each.unit(), each.better(), kept, each.leftOut()));
      }
    }
    LearnedNoise found = learning.learned();
    return found.forRows();
  }
}
