package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonMarkdownTest {

  /** A comparison with the same rows again and again, which costs no tests. */
  private static Comparison repeated(Comparison one, int times) {
    List<RowComparison> rows = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      rows.addAll(one.rows());
    }
    return new Comparison(
        one.base(),
        one.current(),
        one.rule(),
        rows,
        one.missing(),
        one.added(),
        false,
        one.findings());
  }

  @Test
  void onlyChangesStandOpen() {
    String text = markdown(Comparisons.many(40));
    String open = text.substring(0, text.indexOf("<details>"));
    assertThat(open.lines().filter(line -> line.contains("**slower**"))).hasSize(5);
    assertThat(open).doesNotContain("| same |");
    assertThat(text).contains("<summary>35 rows: same, or cannot tell</summary>");
  }

  @Test
  void isCutWhereGitHubWouldRefuseIt() {
    Comparison many = repeated(Comparisons.many(40), 100);
    String text = markdown(many);
    assertThat(text.length()).isBetween(20_000, ComparisonMarkdown.LONGEST);
    assertThat(text)
        .startsWith("## Benchmarks: now against before\n\n**500 slower, ")
        .containsPattern("Left out, since GitHub takes no longer text: 3[0-9]{3} rows, which")
        .endsWith("or ab OLD.jar NEW.jar.\n");
    assertThat(text.lines().filter(line -> line.contains("**slower**"))).hasSize(500);
  }

  @Test
  void changesAreCutLast() {
    String text = markdown(repeated(Comparisons.many(40), 400));
    assertThat(text.length()).isLessThanOrEqualTo(ComparisonMarkdown.LONGEST);
    assertThat(text.lines().filter(line -> line.contains("**slower**")).count())
        .isBetween(100L, 1999L);
    assertThat(text).contains("14000 rows");
  }

  @Test
  void namesCannotAct() {
    String text = markdown(Comparisons.hostile());
    assertThat(
            text.replace("<details>", "")
                .replace("</details>", "")
                .replace("<summary>", "")
                .replace("</summary>", ""))
        .doesNotContain("<", ">", "@everyone");
    assertThat(text.lines().filter(line -> line.startsWith("|")))
        .allMatch(line -> line.replace("\\|", "").chars().filter(c -> c == '|').count() == 7);
    assertThat(text.chars()).noneMatch(c -> c == 0x1b || c == 0x202e || c == '\r');
  }

  private static String markdown(Comparison comparison) {
    return ComparisonMarkdown.write(ComparisonReport.of(comparison));
  }
}
