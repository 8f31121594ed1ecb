package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockLooksTest {

  /** More than an item takes, whether compiled or not. */
  private static final double ITEM_NANOS = 500_000;

  private final Object lock = new Object();
  private double sink;

  /** Runs items until enough looks were taken. */
  private double mostHeld(DoubleSupplier item) {
    try (LockLooks looks = LockLooks.at(Thread.currentThread(), LockLooksTest.class, ITEM_NANOS)) {
      while (!looks.isDone()) {
        sink += item.getAsDouble();
      }
      return looks.mostHeld();
    }
  }

  /** In a class of its own: what counts is what is held above the caller's frame. */
  private static final class Items {
    static double work() {
      return IntStream.range(1, 2000).mapToDouble(Math::sqrt).sum();
    }

    static double under(Object lock) {
      synchronized (lock) {
        return work();
      }
    }
  }

  @Test
  void aLockThatIsHeldAllTheTimeIsSeen() {
    // Some looks fall between items, so that one attempt alone may miss it.
    double mean =
        IntStream.range(0, 10)
            .mapToDouble(attempt -> mostHeld(() -> Items.under(lock)))
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(0.5, 1.0);
  }

  @Test
  void itemsWithLocksOfTheirOwnShareNone() {
    // Each lock is met by one look, or by none: (1 + 1) / (6 + 1) at most.
    assertThat(mostHeld(() -> Items.under(new Object()))).isLessThan(0.5);
    assertThat(mostHeld(Items::work)).isZero();
    assertThat(sink).isPositive();
  }
}
