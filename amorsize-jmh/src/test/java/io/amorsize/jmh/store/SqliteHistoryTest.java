package io.amorsize.jmh.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NewRun;
import io.amorsize.history.Recording;
import io.amorsize.history.RunFilter;
import io.amorsize.verdict.RowSelection;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryTest {

  @TempDir Path folder;

  @Test
  void keepsWhatItIsGiven() {
    NewRun night = Nights.night(1, 4);
    try (HistoryStore store =
        SqliteHistory.open(folder.resolve("a/history.db"), InstantSource.system())) {
      Recording first = store.record(night);
      assertThat(first.isNew()).isTrue();
      assertThat(store.record(night).isNew()).isFalse();
      assertThat(store.runs(RunFilter.ALL)).containsExactly(first.run());
      assertThat(store.content(first.run())).isEqualTo(night.content());
      assertThat(store.content(first.run()).hash()).isEqualTo(first.run().hash());
      assertThat(store.series(RunFilter.ALL, RowSelection.PRIMARY_OF_ALL)).hasSize(4);
      assertThat(store.delete(store.runs(RunFilter.ALL))).isEqualTo(1);
      assertThat(store.runs(RunFilter.ALL)).isEmpty();
    }
  }
}
