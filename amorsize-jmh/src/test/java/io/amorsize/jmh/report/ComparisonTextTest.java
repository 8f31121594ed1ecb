package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTextTest {

  private static String text(Comparison comparison, int width) {
    return new ComparisonText(width, false, false).write(comparison);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 97, 120, 160})
  void everyLineFitsAndEndsWithoutBlanks(int width) {
    for (Comparison comparison :
        List.of(
            Comparisons.mixed(),
            Comparisons.hostile(),
            Comparisons.suspect(),
            Comparisons.many(40))) {
      assertThat(text(comparison, width).lines())
          .allSatisfy(
              line -> {
                assertThat(line.length()).isLessThanOrEqualTo(width);
                assertThat(line).isEqualTo(line.stripTrailing());
                assertThat(line.chars()).noneMatch(c -> c < ' ' || c == 0x7f || c == 0x202e);
              });
    }
  }

  @Test
  void namesAreCutOnlyWhereTheyCanBeToldApart() {
    List<String> names =
        text(Comparisons.many(40), 80)
            .lines()
            .filter(line -> line.contains("..."))
            .map(line -> line.substring(0, 22))
            .toList();
    assertThat(names).hasSize(40).doesNotHaveDuplicates();
    assertThat(text(Comparisons.many(40), 100)).doesNotContain("...");
    assertThat(text(Comparisons.mixed(), 80)).contains("\naddAllAtTheFrontOneByOne size=1000\n");
  }

  @Test
  void aNameLongerThanTheTerminalIsCutInItsMiddle() {
    String name = "a.B.start" + "x".repeat(200) + "end";
    BenchmarkRun run = new RunBuilder("x", "21").quiet(name, Map.of(), 2).run();
    String text = text(Comparison.of(run, run, DecisionRule.defaults()), 80);
    assertThat(text.lines().filter(line -> line.startsWith("startx") && line.endsWith("xend")))
        .hasSize(1)
        .allMatch(line -> line.length() == 80);
  }

  @Test
  void numbersAreNeverCut() {
    Comparison comparison = Comparisons.mixed();
    String text = text(comparison, 80);
    assertThat(comparison.rows())
        .allSatisfy(
            row ->
                assertThat(text)
                    .contains(
                        RowNumbers.side(row.base(), row.better()).strip(),
                        RowNumbers.side(row.current(), row.better()).strip(),
                        RowNumbers.test(row)));
  }

  @Test
  void answerComesFirstAndNextStepLast() {
    List<String> lines = text(Comparisons.many(40), 80).lines().toList();
    assertThat(lines.get(0)).startsWith("5 slower, 0 faster, 35 same, 0 cannot tell; ");
    assertThat(lines.get(lines.size() - 2)).startsWith("Next: run the 5 slower rows again");
    assertThat(lines.get(lines.size() - 1)).endsWith("or ab OLD.jar NEW.jar.");
  }

  @Test
  void worstRowsComeFirst() {
    Comparison comparison = Comparisons.mixed();
    assertThat(RowMark.worstFirst(comparison.rows()).stream().map(RowMark::of)).isSorted();
    assertThat(
            RowMark.worstFirst(Comparisons.many(40).rows()).stream()
                .limit(5)
                .map(row -> -row.change().slowdown().getAsDouble()))
        .isSorted();
  }

  @Test
  void onlyChangedSaysHowManyItHides() {
    String text = new ComparisonText(120, false, true).write(Comparisons.many(40));
    assertThat(text)
        .contains("35 more rows, same or cannot tell, not shown")
        .doesNotContain("~  (p");
    assertThat(text.lines().filter(line -> line.endsWith("slower"))).hasSize(5);
  }

  @Test
  void oneSentenceHasOneNumber() {
    Comparison comparison = Comparisons.mixed();
    RowComparison accepted = comparison.rows().get(2);
    RowNotes notes = new RowNotes(List.of(accepted, accepted));
    assertThat(notes.texts()).hasSize(1);
    assertThat(notes.references(accepted)).isEqualTo("[1]");
    assertThat(notes.references(comparison.rows().get(0))).isEmpty();
  }

  @Test
  void manySentencesOfOneKindAreOneNote() {
    RunBuilder before = new RunBuilder("a", "21");
    RunBuilder now = new RunBuilder("b", "21");
    for (int i = 0; i < 6; i++) {
      var key = RunBuilder.key("p.C.m" + i, "avgt", Map.of(), 1);
      before.row(key, "us/op", RunBuilder.forks(10 + i, 5, 0.06 + 0.01 * i));
      now.row(key, "us/op", RunBuilder.forks(10 + i, 5, 0.07 + 0.01 * i));
    }
    Comparison noisy = Comparison.of(before.run(), now.run(), DecisionRule.defaults());
    assertThat(text(noisy, 200).lines().filter(line -> line.contains("forks vary so much")))
        .hasSize(1)
        .allMatch(line -> line.endsWith("(5 rows more likewise)"));
  }

  @Test
  void nothingInCommonIsSaid() {
    BenchmarkRun one = new RunBuilder("a", "21").quiet("p.C.one", Map.of(), 1).run();
    BenchmarkRun other = new RunBuilder("b", "21").quiet("p.C.other", Map.of(), 1).run();
    assertThat(text(Comparison.of(one, other, DecisionRule.defaults()), 80))
        .startsWith("The sides have no row in common, so nothing was compared, 1 row missing")
        .contains("Next: compare results of the same benchmarks");
    BenchmarkRun none = new BenchmarkRun("none", List.of(), Optional.empty(), List.of());
    assertThat(text(Comparison.of(none, none, DecisionRule.defaults()), 80))
        .startsWith("The sides have no row in common");
  }

  @Test
  void coloursDoNotMoveColumns() {
    String plain = new ComparisonText(80, false, false).write(Comparisons.mixed());
    String coloured = new ComparisonText(80, true, false).write(Comparisons.mixed());
    assertThat(coloured).contains("\u001b[1;31mslower");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll("(?m) +$", ""))
        .isEqualTo(plain);
  }
}
