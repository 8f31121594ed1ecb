package io.amorsize.jmh.store;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.MemoryHistory;

class MemoryHistoryTest extends HistoryStoreContract {

  @Override
  HistoryStore open() {
    return new MemoryHistory(CLOCK);
  }
}
