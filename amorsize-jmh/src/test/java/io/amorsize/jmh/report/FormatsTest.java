package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FormatsTest {

  private static final Report REPORT =
      new Report(
          "Title",
          "The answer.",
          Tone.BAD,
          List.of(
              Paragraph.of("A sentence about the settings of this run."),
              new Table(
                  "Rows",
                  List.of(Column.words("name"), Column.numbers("time"), Column.words("result")),
                  List.of(
                      List.of(Cell.of("short"), Cell.of("1.5 ms"), new Cell("FAIL", Tone.BAD)),
                      List.of(
                          Cell.of("a.very.long.package.name.of.some.Benchmark.method"),
                          Cell.of("12.5 ms"),
                          Cell.of("pass")))),
              new Notes("Remarks", List.of(Paragraph.of("first remark, which is a long one")))),
          "Next: nothing.");

  @Test
  void textFitsTheWidth() {
    assertThat(new TextFormat(40, false).write(REPORT))
        .isEqualTo(
            """
            A sentence about the settings of this
            run.

            Rows
            name                        time  result
            short                     1.5 ms  FAIL
            a.very.lon...ark.method  12.5 ms  pass

            Remarks
            - first remark, which is a long one

            The answer.
            Next: nothing.
            """);
  }

  @Test
  void textIsColouredOnlyWhereAskedFor() {
    assertThat(new TextFormat(80, false).write(REPORT)).doesNotContain("\u001b");
    assertThat(new TextFormat(80, true).write(REPORT)).contains("\u001b[1;31mFAIL\u001b[0m");
  }

  @Test
  void markdownMarksWhatIsBad() {
    assertThat(new MarkdownFormat().write(REPORT))
        .isEqualTo(
            """
            ## Title

            **The answer.**

            A sentence about the settings of this run.

            ### Rows

            | name | time | result |
            | --- | ---: | --- |
            | short | 1.5 ms | **FAIL** |
            | a.very.long.package.name.of.some.Benchmark.method | 12.5 ms | pass |

            ### Remarks

            - first remark, which is a long one

            Next: nothing.
            """);
  }

  @Test
  void namesCannotActOnATerminal() {
    assertThat(TerminalText.clean("a\u001b[2Jb\rc\u202ed\u00e4\n"))
        .isEqualTo("a\ufffd[2Jb\ufffdc\ufffdd\u00e4\ufffd");
  }

  @Test
  void namesCannotActInMarkdown() {
    assertThat(MarkdownFormat.escape("<img src=x onerror=alert(1)>|`*_[a](b)\n"))
        .doesNotContain("<")
        .doesNotContain(">")
        .contains("\\|")
        .contains("\\`")
        .contains("\\[a\\]")
        .doesNotContain("\n");
  }

  @Test
  void aRowMustFitItsTable() {
    assertThatThrownBy(
            () ->
                new Table(
                    "", List.of(Column.words("a")), List.of(List.of(Cell.of("b"), Cell.of("c")))))
        .hasMessage("a row has 2 cells, the table 1 columns");
  }

  @Test
  void numbersHaveThreeDigitsAndTheirUnit() {
    assertThat(Numbers.seconds(0.0271)).isEqualTo("27.1 ms");
    assertThat(Numbers.seconds(5.123e-6)).isEqualTo("5.12 us");
    assertThat(Numbers.seconds(3e-9)).isEqualTo("3.00 ns");
    assertThat(Numbers.seconds(123.4)).isEqualTo("123 s");
    assertThat(Numbers.seconds(99.96)).isEqualTo("100 s");
    assertThat(Numbers.change(-17.234)).isEqualTo("-17.2 %");
    assertThat(Numbers.probability(OptionalDouble.of(0.0004))).isEqualTo("<0.001");
    assertThat(Numbers.probability(OptionalDouble.of(0.0123))).isEqualTo("0.012");
    assertThat(Numbers.probability(OptionalDouble.empty())).isEmpty();
  }
}
