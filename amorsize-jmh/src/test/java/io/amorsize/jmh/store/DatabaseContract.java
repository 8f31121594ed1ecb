package io.amorsize.jmh.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NoiseLearning;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import io.amorsize.verdict.RowSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What histories do that outlive their process and are shared. */
abstract class DatabaseContract extends HistoryStoreContract {

  private static final int WRITERS = 4;

  /** The same history once more. */
  abstract HistoryStore openAgain();

  @Test
  void isThereAgainWhenItIsOpenedAgain() {
    RecordedRun run = store.record(OddRun.everything()).run();
    store.close();
    try (HistoryStore again = openAgain()) {
      assertThat(again.runs(RunFilter.ALL)).containsExactly(run);
      assertThat(again.content(run).hash()).isEqualTo(run.hash());
    }
  }

  @Test
  void whatOneWritesTheOtherReads() {
    try (HistoryStore other = openAgain()) {
      RecordedRun run = store.record(Nights.night(1, 2)).run();
      assertThat(other.runs(RunFilter.ALL)).containsExactly(run);
      assertThat(other.record(Nights.night(1, 2)).isNew()).isFalse();
      other.delete(List.of(run));
      assertThat(store.runs(RunFilter.ALL)).isEmpty();
    }
  }

  /** Each writer records nights of its own and learns from all, and one night all record. */
  @Test
  void writersThatWriteAtOnceLoseNothing() throws Exception {
    int nights = 8;
    ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = 1 + writer * nights;
        writers.add(pool.submit(() -> write(first, nights)));
      }
      int added = 0;
      for (Future<Integer> writer : writers) {
        added += writer.get();
      }
      assertThat(added).isEqualTo(WRITERS * nights + 1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(store.runs(RunFilter.ALL)).hasSize(WRITERS * nights + 1);
    assertThat(store.series(RunFilter.ALL, RowSelection.PRIMARY_OF_ALL))
        .hasSize(20)
        .allSatisfy(series -> assertThat(series.points()).hasSize(WRITERS * nights + 1));
    assertThat(store.noise().series()).hasSize(20);
  }

  private int write(int first, int nights) {
    try (HistoryStore mine = openAgain()) {
      int added = mine.record(Nights.night(0, 20)).isNew() ? 1 : 0;
      for (int night = first; night < first + nights; night++) {
        added += mine.record(Nights.night(night, 20)).isNew() ? 1 : 0;
        mine.keep(NoiseLearning.from(mine));
      }
      return added;
    }
  }
}
