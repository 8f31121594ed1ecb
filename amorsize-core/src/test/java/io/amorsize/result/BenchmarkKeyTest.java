package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BenchmarkKeyTest {

  private static BenchmarkKey key(
      String name, Map<String, String> params, String mode, int threads) {
    return new BenchmarkKey(name, mode, new TreeMap<>(params), threads);
  }

  @Test
  void paramsAreTextInTheOrderOfTheirNames() {
    assertThat(key("a", Map.of("size", "10", "kind", "x"), "avgt", 1).paramText())
        .isEqualTo("kind=x,size=10");
    assertThat(key("a", Map.of(), "avgt", 1).paramText()).isEmpty();
  }

  @Test
  void ordersByNameThenParamsThenModeThenThreads() {
    List<BenchmarkKey> ordered =
        List.of(
            key("a", Map.of(), "avgt", 1),
            key("a", Map.of(), "avgt", 2),
            key("a", Map.of(), "thrpt", 1),
            key("a", Map.of("n", "1"), "avgt", 1),
            key("a", Map.of("n", "2"), "avgt", 1),
            key("b", Map.of(), "avgt", 1));
    List<BenchmarkKey> shuffled = new ArrayList<>(ordered);
    Collections.reverse(shuffled);
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @Test
  void someParamsCanBeLeftOut() {
    BenchmarkKey key = key("a", Map.of("n", "1", "kind", "x"), "avgt", 4);
    assertThat(key.without(Set.of("n", "other")))
        .isEqualTo(key("a", Map.of("kind", "x"), "avgt", 4));
    assertThat(key.without(Set.of())).isEqualTo(key);
    assertThat(key.params()).hasSize(2);
  }

  @Test
  void whatTheOptimizerHasYetToChooseCanBeLeftOut() {
    String own = "io.amorsize.jmh.benchmarks.CpuIntensive.parallel";
    Map<String, String> plan = Map.of("nJobs", "2", "executor", "auto", "workload", "auto");
    assertThat(key(own, plan, "avgt", 1).withoutOpenPlan())
        .isEqualTo(key(own, Map.of("nJobs", "2", "workload", "auto"), "avgt", 1));
    assertThat(key("p.A.m", plan, "avgt", 1).withoutOpenPlan())
        .isEqualTo(key("p.A.m", plan, "avgt", 1));
  }

  @Test
  void copiesItsParams() {
    SortedMap<String, String> params = new TreeMap<>(Map.of("n", "1"));
    BenchmarkKey key = new BenchmarkKey("a", "avgt", params, 1);
    params.put("n", "2");
    assertThat(key.paramText()).isEqualTo("n=1");
    assertThatThrownBy(() -> key.params().put("n", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void needsANameAndAMode() {
    assertThatThrownBy(() -> key(null, Map.of(), "avgt", 1)).hasMessage("benchmark is null");
    assertThatThrownBy(() -> key("a", Map.of(), null, 1)).hasMessage("mode is null");
  }

  /** Params are free texts, so they may hold what separates them. */
  @Test
  void onlyEqualKeysAreInTheSamePlace() {
    List<BenchmarkKey> keys = keysThatLookAlike();
    for (BenchmarkKey one : keys) {
      for (BenchmarkKey other : keys) {
        assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
        assertThat(Integer.signum(one.compareTo(other)))
            .isEqualTo(-Integer.signum(other.compareTo(one)));
      }
    }
  }

  private static List<BenchmarkKey> keysThatLookAlike() {
    List<String> texts = List.of("a", "a=b", "b", "b,b", "b,b=b");
    List<BenchmarkKey> keys = new ArrayList<>();
    for (String value : texts) {
      keys.add(key("a", Map.of("a", value), "avgt", 1));
      for (String name : texts) {
        keys.add(key("a", Map.of(name, "b"), "avgt", 1));
        keys.add(key("a", Map.of("c", "b", name, value), "avgt", 1));
        keys.add(key("a", Map.of("a", "b", "b" + name, value), "avgt", 1));
      }
    }
    keys.add(key("a", Map.of("a", "b", "b", "b"), "avgt", 1));
    return keys;
  }
}
