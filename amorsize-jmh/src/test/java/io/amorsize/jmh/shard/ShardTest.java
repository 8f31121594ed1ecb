package io.amorsize.jmh.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

  private static Map<String, Duration> seconds(Object... namesAndSeconds) {
    Map<String, Duration> expected = new LinkedHashMap<>();
    for (int i = 0; i < namesAndSeconds.length; i += 2) {
      expected.put(
          (String) namesAndSeconds[i], Duration.ofSeconds((Integer) namesAndSeconds[i + 1]));
    }
    return expected;
  }

  @Test
  void theLongestGoesFirstToThePartWithLeastToDo() {
    // By hand: e8 | d7, then c6 to part 2 would be 13, to part 3 is 6; b5 joins c, a4 joins d.
    ShardSplit split = ShardSplit.of(seconds("a", 4, "b", 5, "c", 6, "d", 7, "e", 8), 3);
    assertThat(split.parts()).containsExactly(List.of("e"), List.of("a", "d"), List.of("b", "c"));
    assertThat(split.of(new Shard(2, 3))).containsExactly("a", "d");
    assertThat(split.all()).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void equalTimesAreDealtOutByName() {
    ShardSplit split = ShardSplit.of(seconds("d", 5, "c", 5, "b", 5, "a", 5), 2);
    assertThat(split.parts()).containsExactly(List.of("c", "a"), List.of("d", "b"));
  }

  @Property
  void everyPieceIsInOnePartAndNoPartIsTooLong(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 100) Integer> times,
      @ForAll @IntRange(min = 1, max = 6) int count) {
    Map<String, Duration> expected = new LinkedHashMap<>();
    for (int i = 0; i < times.size(); i++) {
      expected.put("w" + i, Duration.ofSeconds(times.get(i)));
    }
    ShardSplit split = ShardSplit.of(expected, count);
    assertThat(split.all()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    double longest = times.stream().mapToDouble(time -> time).max().orElseThrow();
    double total = times.stream().mapToDouble(time -> time).sum();
    // No split is shorter than the longest piece, or than an equal share.
    double atLeast = Math.max(longest, total / count);
    for (List<String> part : split.parts()) {
      double load = part.stream().mapToDouble(name -> expected.get(name).toSeconds()).sum();
      assertThat(load).isLessThanOrEqualTo(2 * atLeast);
    }
  }

  @ParameterizedTest
  @CsvSource({"2/5, 2, 5", "1/1, 1, 1", "10/10, 10, 10"})
  void readsAPart(String text, int index, int count) {
    assertThat(Shard.parse(text, Map.of())).isEqualTo(new Shard(index, count));
    assertThat(new Shard(index, count)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0/5|parts are numbered from 1",
        "6/5|parts are numbered from 1",
        "1/0|parts are numbered from 1",
        "2|must be a part such as 2/5, or auto, is 2",
        "a/b|must be a part such as 2/5",
        "auto|the environment names no part; known are JOB_COMPLETION_INDEX/AMORSIZE_SHARDS",
      })
  void refusesWhatIsNone(String text, String sentence) {
    assertThatThrownBy(() -> Shard.parse(text, Map.of("HOME", "/root")))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "JOB_COMPLETION_INDEX, 0, AMORSIZE_SHARDS, 3, 1",
    "JOB_COMPLETION_INDEX, 2, AMORSIZE_SHARDS, 3, 3",
    "CI_NODE_INDEX, 1, CI_NODE_TOTAL, 3, 1",
    "CIRCLE_NODE_INDEX, 1, CIRCLE_NODE_TOTAL, 3, 2",
    "BUILDKITE_PARALLEL_JOB, 0, BUILDKITE_PARALLEL_JOB_COUNT, 3, 1",
  })
  void theEnvironmentTellsThePart(
      String index, String value, String count, String total, int expected) {
    Map<String, String> variables = Map.of(index, value, count, total);
    assertThat(Shard.parse("auto", variables)).isEqualTo(new Shard(expected, 3));
  }

  @Test
  void saysWhichVariableIsMissingOrBroken() {
    assertThatThrownBy(() -> Shard.parse("auto", Map.of("JOB_COMPLETION_INDEX", "1")))
        .hasMessageContaining("JOB_COMPLETION_INDEX is set by a Kubernetes Indexed Job, but")
        .hasMessageContaining("AMORSIZE_SHARDS is not; set it to the number of parts");
    assertThatThrownBy(
            () -> Shard.parse("auto", Map.of("CI_NODE_INDEX", "x", "CI_NODE_TOTAL", "2")))
        .hasMessageContaining("the variable CI_NODE_INDEX must be a whole number, is x");
    assertThatThrownBy(
            () -> Shard.parse("auto", Map.of("JOB_COMPLETION_INDEX", "3", "AMORSIZE_SHARDS", "3")))
        .hasMessageContaining("--shard auto (4/3): parts are numbered from 1");
  }
}
