package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Windows of 1 ms. */
class LatestWindowsTest {

  private static final double WINDOW = 1e6;

  private final LatestWindows windows = new LatestWindows();

  /** Ten items that compute. */
  private static SampleWindow computing(double wallNanos) {
    return new SampleWindow(10, 10, wallNanos, wallNanos, 0, 0, 0, 1000, 0);
  }

  /** One item that waits and computes, and so gives its core away. */
  private static SampleWindow waiting(double wallNanos, double cpuNanos) {
    return new SampleWindow(1, 1, wallNanos, cpuNanos, 0, 0, 1, -1, 0);
  }

  private void add(SampleWindow... latest) {
    for (SampleWindow window : latest) {
      windows.add(window, 7);
    }
  }

  @Test
  void threeThatAreAlikeAgree() {
    add(computing(1e6), computing(1.1e6));
    assertThat(windows.areFew()).isTrue();
    assertThat(windows.agree(WINDOW)).isFalse();
    add(computing(1.05e6));
    assertThat(windows.areFew()).isFalse();
    assertThat(windows.agree(WINDOW)).isTrue();
    add(computing(1.2e6));
    assertThat(windows.agree(WINDOW)).isFalse();
    // The first is forgotten when there are three others.
    add(computing(1.2e6), computing(1.2e6));
    assertThat(windows.agree(WINDOW)).isTrue();
  }

  @Test
  void theyMustBeLongEnough() {
    add(computing(1e6), computing(1e6), computing(1e6));
    assertThat(windows.agree(2e6)).isTrue();
    assertThat(windows.agree(2.1e6)).isFalse();
  }

  @Test
  void codeThatIsBeingCompiledHasNotSettled() {
    add(computing(1e6), computing(1e6));
    assertThat(windows.isCompiling()).isFalse();
    windows.add(computing(1e6), 8);
    assertThat(windows.isCompiling()).isTrue();
    assertThat(windows.agree(WINDOW)).isFalse();
  }

  /** Windows of few are compared with those of the same items, windows of many with each other. */
  @Test
  void theLeastOfManyItemsCountsWhateverTheirNumber() {
    add(many(63, 1e3), many(64, 2e3), many(500, 3e3));
    assertThat(windows.itemNanos()).isEqualTo(2e3);
    add(many(63, 4e3));
    assertThat(windows.itemNanos()).isEqualTo(4e3);
  }

  private static SampleWindow many(int items, double nanosPerItem) {
    double nanos = items * nanosPerItem;
    return new SampleWindow(items, items, nanos, nanos, 0, 0, 0, 0, 0);
  }

  @Test
  void onlyTheOldestIsDropped() {
    SampleWindow first = computing(3e6);
    SampleWindow second = computing(2e6);
    add(first, second);
    windows.drop(second);
    assertThat(windows.isOnly(first)).isFalse();
    windows.drop(first);
    assertThat(windows.isOnly(second)).isTrue();
  }

  /** What waits for long is known from two, whatever the compiler does. */
  @Test
  void twoLongWaitsAgree() {
    add(waiting(1e6, 0.29e6));
    assertThat(windows.agree(WINDOW)).isFalse();
    windows.add(waiting(1e6, 0.29e6), 8);
    assertThat(windows.agree(WINDOW)).isTrue();
    windows.add(waiting(1e6, 0.31e6), 8);
    assertThat(windows.agree(WINDOW)).isFalse();
  }

  @Test
  void theFirstIsForgottenWhereThereAreTwoOthers() {
    SampleWindow first = computing(3e6);
    add(first);
    assertThat(windows.isOnly(first)).isTrue();
    add(computing(1e6));
    windows.forget(first);
    assertThat(windows.isOnly(first)).isFalse();
    assertThat(windows.leastItemNanos()).isEqualTo(1e5);
    add(computing(4e6));
    windows.forget(computing(4e6));
    windows.forget(first);
    windows.forget(computing(1e6));
    assertThat(windows.leastItemNanos()).isEqualTo(1e5);
    assertThat(windows.last()).isEqualTo(computing(4e6));
  }

  @Test
  void oneWaitAfterTheFirstIsKnown() {
    SampleWindow first = waiting(3e6, 2e6);
    add(first);
    assertThat(windows.isOneWaitAfter(first)).isFalse();
    add(waiting(4e5, 3.4e5));
    assertThat(windows.isOneWaitAfter(first)).isTrue();
    assertThat(windows.isOneWaitAfter(computing(1e6))).isFalse();
    add(waiting(4e5, 3.4e5));
    assertThat(windows.isOneWaitAfter(first)).isFalse();
    LatestWindows brief = new LatestWindows();
    brief.add(first, 0);
    brief.add(waiting(4e5, 3.6e5), 0);
    assertThat(brief.isOneWaitAfter(first)).isFalse();
    LatestWindows only = new LatestWindows();
    only.add(waiting(4e5, 3.4e5), 0);
    assertThat(only.isOneWaitAfter(first)).isTrue();
  }

  /** The least of those of as many items as the last, of which the host disturbed one. */
  @Test
  void theTimeOfAnItemIsThatOfAQuietWindow() {
    SampleWindow disturbed = new SampleWindow(10, 10, 1e6, 5e5, 2e5, 0, 1, 0, 0);
    add(new SampleWindow(5, 5, 1e5, 1e5, 0, 0, 0, 0, 40), computing(1.2e6), disturbed);
    assertThat(windows.itemNanos()).isEqualTo(1.2e5);
    assertThat(windows.leastItemNanos()).isEqualTo(2e4);
    assertThat(windows.itemSdNanos()).isEqualTo(40);
  }

  @Test
  void bytesOfAnItemAreThoseOfAllWindows() {
    add(computing(1e6), computing(1e6));
    assertThat(windows.bytesPerItem()).isEqualTo(100);
    add(waiting(1e6, 1e6), waiting(1e6, 1e6), waiting(1e6, 1e6));
    assertThat(windows.bytesPerItem()).isZero();
  }

  @Test
  void theCpuShareIsThatOfTheTimeThatWasNotSpentInTheQueue() {
    SampleWindow queued = new SampleWindow(1, 1, 8e5, 1e5, 4e5, 0, 1, 0, 0);
    add(queued, queued);
    assertThat(windows.cpuShare(true)).isCloseTo(0.25, within(1e-9));
  }

  /** 1 ms of which 0.1 were on a core, but more in the queue than there is room for. */
  @Test
  void aLongWaitIsOneWhateverTheQueueSays() {
    SampleWindow queued = new SampleWindow(1, 1, 1e6, 1e5, 3e6, 0, 1, 0, 0);
    add(queued, queued);
    assertThat(windows.cpuShare(true)).isCloseTo(0.1, within(1e-9));
    SampleWindow kept = new SampleWindow(1, 1, 1e6, 1e5, 3e6, 0, 0, 0, 0);
    add(kept, kept, kept);
    assertThat(windows.cpuShare(true)).isEqualTo(1);
  }

  /** One of three was kept waiting by what happens once: 0.54 of 0.65 ms are left. */
  @Test
  void aLongWaitOfOneIsLeftOut() {
    add(waiting(3.3e5, 2.7e5), waiting(3.1e6, 3e5), waiting(3.2e5, 2.7e5));
    assertThat(windows.cpuShare(true)).isCloseTo(0.54 / 0.65, within(1e-9));
  }

  /** Compiled, it will compute 1.5 times as fast: 0.9 of 1.8 ms instead of 1.35 of 2.25. */
  @Test
  void codeThatIsBeingCompiledWillComputeLess() {
    add(waiting(2.25e6, 1.35e6));
    assertThat(windows.cpuShare(true)).isCloseTo(0.6, within(1e-9));
    assertThat(windows.cpuShare(false)).isCloseTo(0.5, within(1e-9));
    add(waiting(2.25e6, 1.35e6), waiting(2.25e6, 1.35e6));
    assertThat(windows.cpuShare(false)).isCloseTo(0.6, within(1e-9));
    windows.add(waiting(2.25e6, 1.35e6), 8);
    assertThat(windows.cpuShare(false)).isCloseTo(0.5, within(1e-9));
  }

  /** The first of two also computed what is done once, the other one waited for the host. */
  @Test
  void ofTwoThatWaitedTheLeastWorkAndTheLeastWaitCount() {
    add(waiting(6e6, 5.8e6), waiting(9e5, 4e5));
    assertThat(windows.cpuShare(false)).isCloseTo(4.0 / 6, within(1e-9));
    assertThat(windows.cpuShare(true)).isCloseTo(6.2 / 6.9, within(1e-9));
  }

  /** One of two may have waited for a class to be loaded. */
  @Test
  void oneThatWaitedOfTwoIsNotTakenForAll() {
    add(waiting(4e5, 1e5), waiting(1e5, 1e5));
    assertThat(windows.cpuShare(false)).isEqualTo(1);
    assertThat(windows.cpuShare(true)).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void aThreadThatNeverLeftItsCoreDidNotWait() {
    SampleWindow stays = new SampleWindow(1, 1, 4e5, 1e5, 0, 0, 0, 0, 0);
    add(stays, stays);
    assertThat(windows.cpuShare(true)).isEqualTo(1);
    SampleWindow untold = new SampleWindow(1, 1, 4e5, 1e5, 0, 0, -1, 0, 0);
    LatestWindows others = new LatestWindows();
    others.add(untold, 0);
    others.add(untold, 0);
    assertThat(others.cpuShare(true)).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void whatTheJvmDoesNotTellOrTooShortATimeTellsNothing() {
    add(new SampleWindow(1, 1, 4e5, -1, 0, 0, 1, 0, 0));
    assertThat(windows.cpuShare(true)).isEqualTo(1);
    LatestWindows brief = new LatestWindows();
    brief.add(waiting(2e5, 5e4), 0);
    assertThat(brief.cpuShare(true)).isEqualTo(1);
    brief.add(waiting(2e5, 5e4), 0);
    assertThat(brief.cpuShare(true)).isCloseTo(0.25, within(1e-9));
  }
}
