package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.policy.Glob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunFilterTest {

  private static final RecordedRun ONE = run(1, "d32fd12", "main", Map.of("pool", "a"));
  private static final RecordedRun TWO = run(2, "D32FD12FFF", "main", Map.of("pool", "b"));
  private static final RecordedRun THREE = run(3, "abc1234", "dev", Map.of());
  private static final List<RecordedRun> ALL = List.of(ONE, TWO, THREE);

  private static RecordedRun run(int night, String commit, String branch, Map<String, String> of) {
    RunOrigin origin =
        Histories.origin(night).at(Optional.of(commit), Optional.of(branch)).labelled(of);
    return new RecordedRun(("" + night).repeat(64), origin, Instant.EPOCH, 1, 0);
  }

  private static RunFilter commit(String text) {
    return new RunFilter(
        Optional.empty(),
        Optional.of(text),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        OptionalInt.empty());
  }

  @Test
  void withoutConditionsTakesAll() {
    assertThat(RunFilter.ALL.of(ALL)).isEqualTo(ALL);
    assertThat(RunFilter.ALL.isEmpty()).isTrue();
    assertThat(RunFilter.ALL.last(9).isEmpty()).isFalse();
  }

  @Test
  void aCommitMatchesByItsStartWhicheverIsShorter() {
    assertThat(commit("d32f").of(ALL)).containsExactly(ONE, TWO);
    assertThat(commit("d32fd12fff00").of(ALL)).containsExactly(ONE, TWO);
    assertThat(commit("abc1235").of(ALL)).isEmpty();
  }

  @Test
  void theLatestAreCountedAfterEverythingElse() {
    assertThat(RunFilter.ALL.ofBranch("main").last(1).of(ALL)).containsExactly(TWO);
    assertThat(RunFilter.ALL.last(2).of(ALL)).containsExactly(TWO, THREE);
    assertThat(RunFilter.ALL.last(9).of(ALL)).isEqualTo(ALL);
  }

  @Test
  void timesIncludeTheirStartAndNotTheirEnd() {
    Instant second = TWO.origin().time();
    RunFilter from =
        new RunFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(second),
            Optional.empty(),
            Map.of(),
            OptionalInt.empty());
    assertThat(from.of(ALL)).containsExactly(TWO, THREE);
    assertThat(RunFilter.ALL.before(second).of(ALL)).containsExactly(ONE);
  }

  @Test
  void allLabelsMustBeThere() {
    RunFilter labelled =
        new RunFilter(
            Optional.of(new Glob("night*")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of("pool", "b"),
            OptionalInt.empty());
    assertThat(labelled.of(ALL)).containsExactly(TWO);
  }

  @Test
  void refusesToTakeNone() {
    assertThatThrownBy(() -> RunFilter.ALL.last(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("last must be at least 1, is 0");
  }
}
