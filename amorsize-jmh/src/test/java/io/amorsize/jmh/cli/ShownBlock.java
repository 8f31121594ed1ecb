package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The blocks of the documentation that show what the program prints. Each is compared by a test, to
 * the letter where its inputs are at hand, else in its shape, since it was measured.
 */
enum ShownBlock {
  SUITE("README.md", "Where the predicted pass of a plan goes"),
  COMPARISON("README.md", "1 slower, 0 faster, 3 same"),
  SESSION("README.md", "2 slower, 0 faster"),
  SESSION_IN_GUIDE("docs/guide/interleaved.md", "2 slower, 0 faster"),
  CALIBRATION("docs/guide/warm-up-and-noise.md", "How much forks of one session differ"),
  FIT_HOST("docs/guide/doctor.md", "Excellent: "),
  BUSY_HOST("docs/guide/doctor.md", "Poor: "),
  FIRST_NIGHT("docs/guide/nightly.md", "Nothing was compared"),
  SECOND_NIGHT("docs/guide/nightly.md", "'rolling' follows"),
  NIGHT_AFTER_A_STEP("docs/guide/nightly.md", "Month.stepping"),
  LOCK_OF_THE_DEAD("docs/guide/nightly.md", "took over the lock"),
  MISSING_NIGHT("docs/guide/nightly.md", "Gaps of the last 30 days"),

  /** Of recorded nights, so where AMORSIZE_DATA names them. */
  TREND("docs/guide/trends.md", "Changes of 21 series"),
  SPEED("docs/performance.md", "Medians of 9 rounds");

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final String page;
  private final String mark;

  ShownBlock(String page, String mark) {
    this.page = page;
    this.mark = mark;
  }

  /** Where it stands, from the root of the repository. */
  String page() {
    return page;
  }

  /** The only block of the page that holds the mark. */
  MarkdownBlock block() {
    List<MarkdownBlock> found = onPage().stream().filter(this::isIn).toList();
    assertThat(found).as("%s: blocks that hold '%s'", page, mark).hasSize(1);
    return found.get(0);
  }

  private boolean isIn(MarkdownBlock block) {
    return block.language().equals("text") && block.text().contains(mark);
  }

  /** The block before it. */
  MarkdownBlock command() {
    return onPage().get(onPage().indexOf(block()) - 1);
  }

  private List<MarkdownBlock> onPage() {
    try {
      return MarkdownBlock.of(ROOT.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return block().text().strip();
  }

  /** Requires that this was printed, to the letter. */
  void requireLetters(String printed) {
    assertThat(printed.strip()).as("shown in %s", block()).isEqualTo(text());
  }

  /** Requires that what was printed ends with this, to the letter, after an empty line. */
  void requireLettersAtTheEnd(String printed) {
    assertThat(printed.strip()).as("shown in %s", block()).endsWith("\n\n" + text());
  }

  /** Requires that what was printed begins with this, to the letter, before an empty line. */
  void requireLettersAtTheStart(String printed) {
    assertThat(printed.strip()).as("shown in %s", block()).startsWith(text() + "\n\n");
  }

  /** Requires that this was printed, in all but numbers, times and places. */
  void requireShape(String printed) {
    assertThat(PrintedShape.of(printed))
        .as("shown in %s", block())
        .isEqualTo(PrintedShape.of(text()));
  }
}
