package io.amorsize.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ItemSampleTest {

  private static List<Integer> items(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @Test
  void takesTheMiddleOfEachPart() {
    ItemSample<Integer> sample = ItemSample.evenly(items(100), 5);
    assertThat(sample.items()).containsExactly(10, 30, 50, 70, 90);
    assertThat(sample.of()).isEqualTo(100);
    assertThat(sample.isPart()).isTrue();
    assertThat(sample.place(3)).isEqualTo(70);
  }

  @Test
  void takesAllOfAShortList() {
    List<Integer> list = items(3);
    assertThat(ItemSample.evenly(list, 3).items()).isSameAs(list);
    assertThat(ItemSample.evenly(list, 7).isPart()).isFalse();
    assertThat(ItemSample.evenly(List.of(), 2).items()).isEmpty();
    assertThat(ItemSample.evenly(list, 0).items()).isEmpty();
  }

  @Property
  void isInOrderWithoutRepetitionAndKnowsItsPlaces(
      @ForAll @IntRange(min = 1, max = 2000) int size,
      @ForAll @IntRange(min = 1, max = 2000) int most) {
    ItemSample<Integer> sample = ItemSample.evenly(items(size), most);
    assertThat(sample.items()).hasSize(Math.min(size, most)).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < sample.items().size(); i++) {
      assertThat(sample.items().get(i)).isEqualTo(sample.place(i));
    }
  }
}
