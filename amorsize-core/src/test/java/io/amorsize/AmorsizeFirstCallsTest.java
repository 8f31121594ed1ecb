package io.amorsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first calls of {@code map} in a JVM: each test has the product's classes loaded afresh. */
@Timeout(30)
class AmorsizeFirstCallsTest {

  private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

  /** As a JVM in which nothing of the product has run. */
  private static final class Fresh extends ClassLoader {
    private final Set<String> loaded = new HashSet<>();

    Fresh() {
      super(AmorsizeFirstCallsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("io.amorsize.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : load(name);
      }
    }

    private Class<?> load(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        loaded.add(name.substring("io.amorsize.".length()));
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    /** By a handle: reflection loads the types of all methods of the class. */
    Object map(Function<Integer, Integer> function, Collection<Integer> items) throws Throwable {
      return MethodHandles.publicLookup()
          .findStatic(
              loadClass("io.amorsize.Amorsize"),
              "map",
              MethodType.methodType(List.class, Function.class, Collection.class))
          .invoke(function, items);
    }
  }

  private static int slow(int item) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < 100_000) {
      Thread.onSpinWait();
    }
    return 2 * item;
  }

  private static List<Integer> doubled() {
    return ITEMS.stream().map(item -> 2 * item).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 9, 10, 500})
  void aShortListLoadsOneClass(int count) throws Throwable {
    Fresh fresh = new Fresh();
    assertThat(fresh.map(item -> 2 * item, ITEMS.subList(0, count)))
        .isEqualTo(doubled().subList(0, count));
    assertThat(fresh.map(item -> 2 * item, new ArrayDeque<>(ITEMS))).isEqualTo(doubled());
    assertThat(fresh.loaded).containsExactly("Amorsize");
  }

  @Test
  void aLongerListGoesOnWithoutLosingOrRepeatingAnItem() throws Throwable {
    Fresh fresh = new Fresh();
    AtomicInteger calls = new AtomicInteger();
    for (int map = 1; map <= 10; map++) {
      assertThat(
              fresh.map(
                  item -> {
                    calls.incrementAndGet();
                    return slow(item);
                  },
                  ITEMS))
          .isEqualTo(doubled());
      assertThat(calls).hasValue(map * ITEMS.size());
    }
    assertThat(fresh.loaded).contains("optimizer.FirstMap", "optimizer.AdaptiveMap");
  }

  @Test
  void shortListsAddUp() throws Throwable {
    Fresh fresh = new Fresh();
    int calls = 0;
    while (!fresh.loaded.contains("optimizer.FirstMap")) {
      assertThat(fresh.map(AmorsizeFirstCallsTest::slow, ITEMS.subList(0, 20)))
          .isEqualTo(doubled().subList(0, 20));
      calls++;
    }
    assertThat(calls).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 77, 499})
  void failuresTellTheItem(int failing) {
    assertThatThrownBy(
            () ->
                new Fresh()
                    .map(
                        item -> {
                          if (item == failing) {
                            throw new IllegalStateException("no");
                          }
                          return item;
                        },
                        ITEMS))
        .hasMessageContaining("item " + failing)
        .hasRootCauseMessage("no")
        .extracting(thrown -> thrown.getClass().getSimpleName())
        .isEqualTo("ItemFailedException");
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(
            () ->
                new Fresh()
                    .map(
                        item -> {
                          if (calls.incrementAndGet() == 100) {
                            Thread.currentThread().interrupt();
                          }
                          return item;
                        },
                        ITEMS))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted while mapping 500 items");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls.get()).isBetween(100, 107);
  }

  @Test
  void oddInputIsNamed() throws Throwable {
    Fresh fresh = new Fresh();
    assertThatThrownBy(() -> fresh.map(null, ITEMS)).hasMessage("function is null");
    assertThatThrownBy(() -> fresh.map(item -> item, null)).hasMessage("items is null");
    assertThat((List<?>) fresh.map(item -> null, ITEMS)).hasSize(500).containsOnlyNulls();
    List<?> results = (List<?>) fresh.map(item -> item, List.of(1));
    assertThatThrownBy(results::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
