package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubAnnotationsTest {

  private static List<String> lines(Comparison comparison) {
    return GitHubAnnotations.lines(comparison).lines().toList();
  }

  @Test
  void tenOfAKindAreShown() {
    // Every ninth of 126 rows is slower.
    List<String> lines = lines(Comparisons.many(126));
    assertThat(lines).hasSize(10).allMatch(line -> line.startsWith("::error title="));
    assertThat(lines.get(9)).startsWith("::error title=5 more::5 more like these");
    assertThat(lines(Comparisons.many(90))).hasSize(10).noneMatch(line -> line.contains(" more::"));
  }

  @Test
  void namesCannotStartACommand() {
    List<String> lines = lines(Comparisons.hostile());
    assertThat(lines).hasSize(8).allMatch(line -> line.startsWith("::error title=slower%3A "));
    assertThat(lines)
        .anyMatch(
            line -> line.contains("two%0Alines%0D%3A%3Aerror%3A%3Ano p==1+1%2C\"x\" -t 1::slower"))
        .allMatch(line -> line.contains("cost +20.0 %25 (95 %25 interval"));
    assertThat(GitHubAnnotations.lines(Comparisons.hostile()))
        .doesNotContain("\u001b", "\u202e", "\r");
  }

  @Test
  void otherEnvironmentsAndSuspectsOnlyWarn() {
    assertThat(lines(Comparisons.otherJdk()))
        .filteredOn(line -> line.startsWith("::error"))
        .singleElement()
        .asString()
        .startsWith("::error title=expected benchmark missing::");
    assertThat(lines(Comparisons.otherJdk()))
        .filteredOn(line -> line.startsWith("::warning") && line.endsWith("advice only"))
        .hasSize(5);
    assertThat(lines(Comparisons.suspect()))
        .singleElement()
        .asString()
        .startsWith("::warning title=suspect%3A Bench.odd::suspect: cost +8.2 %25");
  }

  @Test
  void nothingToSayIsNoLine() {
    BenchmarkRun run = new RunBuilder("a", "21").quiet("p.C.m", Map.of(), 1).run();
    assertThat(GitHubAnnotations.lines(Comparison.of(run, run, DecisionRule.defaults()))).isEmpty();
  }
}
