package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TaperedChunksTest {

  private static List<Integer> sizes(TaperedChunks chunks) {
    List<Integer> sizes = new ArrayList<>();
    for (long chunk = chunks.take(); chunk != 0; chunk = chunks.take()) {
      sizes.add(TaperedChunks.to(chunk) - TaperedChunks.from(chunk));
    }
    return sizes;
  }

  /** By hand: ceil(20/4) = 5, ceil(15/4) = 4, ceil(11/4) = 3, ceil(8/4) = 2, ceil(6/4) = 2. */
  @Test
  void takesHalfOfAnEvenShareOfWhatIsLeft() {
    assertThat(sizes(new TaperedChunks(0, 20, 2, 100))).containsExactly(5, 4, 3, 2, 2, 1, 1, 1, 1);
  }

  @Test
  void takesNoMoreThanTheGivenSize() {
    assertThat(sizes(new TaperedChunks(7, 27, 2, 3))).containsExactly(3, 3, 3, 3, 2, 2, 1, 1, 1, 1);
  }

  @Test
  void copesWithTheLargestNumbers() {
    TaperedChunks chunks = new TaperedChunks(0, Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    long first = chunks.take();
    assertThat(TaperedChunks.from(first)).isZero();
    assertThat(TaperedChunks.to(first)).isEqualTo(1 << 30);
    assertThat(TaperedChunks.from(chunks.take())).isEqualTo(1 << 30);
    TaperedChunks last =
        new TaperedChunks(
            Integer.MAX_VALUE - 1, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
    assertThat(sizes(last)).containsExactly(1);
    assertThat(last.left()).isZero();
  }

  @Property
  void coversEveryPositionOnceInOrder(
      @ForAll @IntRange(max = 1000) int from,
      @ForAll @IntRange(max = 3000) int size,
      @ForAll @IntRange(min = 1, max = 100) int threads,
      @ForAll @IntRange(min = 1, max = 4000) int most) {
    TaperedChunks chunks = new TaperedChunks(from, from + size, threads, most);
    int at = from;
    int before = most;
    for (long chunk = chunks.take(); chunk != 0; chunk = chunks.take()) {
      assertThat(TaperedChunks.from(chunk)).isEqualTo(at);
      int taken = TaperedChunks.to(chunk) - at;
      assertThat(taken).isBetween(1, before);
      before = taken;
      at += taken;
      assertThat(chunks.left()).isEqualTo(from + size - at);
    }
    assertThat(at).isEqualTo(from + size);
  }

  @Test
  void threadsShareWithoutLossOrOverlap() throws InterruptedException {
    AtomicIntegerArray taken = new AtomicIntegerArray(100_000);
    TaperedChunks chunks = new TaperedChunks(0, taken.length(), 4, 7);
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          for (long c = chunks.take(); c != 0; c = chunks.take()) {
                            for (int at = TaperedChunks.from(c); at < TaperedChunks.to(c); at++) {
                              taken.incrementAndGet(at);
                            }
                          }
                        }))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(IntStream.range(0, taken.length()).map(taken::get)).allMatch(count -> count == 1);
  }
}
