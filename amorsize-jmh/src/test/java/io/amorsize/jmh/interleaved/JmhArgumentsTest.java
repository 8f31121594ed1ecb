package io.amorsize.jmh.interleaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments as users of JMH write them. */
class JmhArgumentsTest {

  private static JmhArguments parse(String text) {
    return JmhArguments.parse(text.isEmpty() ? List.of() : List.of(text.split(" ")));
  }

  @Test
  void valuesOfOptionsAreNoRegexes() {
    JmhArguments arguments =
        parse("Map.* -t 4 -prof gc -e Slow -jvmArgsAppend -Xmx1g -p size=1,2 List -f 3 -tu ns");
    assertThat(arguments.selection()).containsExactly("Map.*", "-e", "Slow", "List");
    assertThat(arguments.passedOnWith(List.of()))
        .containsExactly("-t", "4", "-prof", "gc", "-jvmArgsAppend", "-Xmx1g", "-tu", "ns");
    assertThat(arguments.listing())
        .containsExactly("-p", "size=1,2", "-e", "Slow", "--", "Map.*", "List");
    assertThat(arguments.forks()).hasValue(3);
  }

  @Test
  void iterationsAreReadAndPassedOn() {
    JmhArguments arguments = parse("-wi 0 -i 7 -w 100ms -r 2");
    assertThat(arguments.measurementIterations()).hasValue(7);
    assertThat(arguments.warmupTime()).hasValue("100ms");
    assertThat(arguments.measurementTime()).hasValue("2");
    assertThat(arguments.passedOnWith(List.of()))
        .containsExactly("-wi", "0", "-i", "7", "-w", "100ms", "-r", "2");
  }

  @ParameterizedTest
  @CsvSource({"-wi 3, true", "-w 1s, true", "-i 3 -r 1s, false", "'', false"})
  void warmupIsFixedByItsCountOrItsTime(String text, boolean fixed) {
    assertThat(parse(text).fixesWarmup()).isEqualTo(fixed);
  }

  @Test
  void nothingIsSaid() {
    JmhArguments arguments = parse("");
    assertThat(arguments.selection()).isEmpty();
    assertThat(arguments.passedOnWith(List.of())).isEmpty();
    assertThat(arguments.forks()).isEmpty();
    assertThat(arguments.fixesWarmup()).isFalse();
    assertThat(arguments.measurementTime()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-f3", "-f=3", "--f 3", "--f=3", "-f 3"})
  void optionsAreWrittenInManyWays(String text) {
    assertThat(parse(text).forks()).hasValue(3);
  }

  @Test
  void whatFollowsTwoDashesIsARegex() {
    assertThat(parse("-t 2 -- -f").selection()).containsExactly("-f");
  }

  @ParameterizedTest
  @CsvSource({
    "-rf json, writes its own results",
    "-rff x, writes its own results",
    "-o x, writes its own results",
    "-l, it measures nothing",
    "-lp, java -jar JAR -lp",
    "-lprof, java -jar JAR -lprof",
    "-lrf, java -jar JAR -lrf",
    "-h, java -jar JAR -h",
    "-jvm x, --baseline-jvm and --candidate-jvm",
    "-wf 1, only warms up",
    "-wm BULK, one benchmark alone",
    "-f 0, forks are what is compared",
    "-f x, give 1 or more",
    "-f -1, give 1 or more",
    "-f 99999999999, give 1 or more",
    "-i 0, give 1 or more",
    "-wi -1, give 0 or more",
    "-f 1 -f 2, given twice",
    "-t, its value is missing",
    "-xforks 3, no option of this name",
    "--warmup, no option of this name",
  })
  void whatASessionCannotTakeIsRefused(String text, String why) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("behind '--'");
  }
}
