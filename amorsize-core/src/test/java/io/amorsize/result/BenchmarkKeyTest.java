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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
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
  @Property
  void onlyEqualKeysAreInTheSamePlace(
      @ForAll @Size(max = 2) Map<Separators, Separators> first,
      @ForAll @Size(max = 2) Map<Separators, Separators> second) {
    BenchmarkKey one = key("a", texts(first), "avgt", 1);
    BenchmarkKey other = key("a", texts(second), "avgt", 1);
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
  }

  private static Map<String, String> texts(Map<Separators, Separators> params) {
    Map<String, String> texts = new TreeMap<>();
    params.forEach((name, value) -> texts.put(name.text, value.text));
    return texts;
  }

  /** Texts that make two sets of params look alike. */
  enum Separators {
    A("a"),
    A_IS_B("a=b"),
    B("b"),
    B_AND_B("b,b"),
    B_AND_B_IS_B("b,b=b");

    private final String text;

    Separators(String text) {
      this.text = text;
    }
  }
}
