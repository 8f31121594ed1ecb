package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No page shows a text that nobody compares with what is printed. */
class ShownBlocksTest {

  private static final Path SOURCES = Path.of("src/test/java/io/amorsize/jmh/cli");

  /** Languages that people write, and that {@link DocumentedCommandsTest} and others look at. */
  private static final Set<String> WRITTEN =
      Set.of("sh", "console", "java", "xml", "yaml", "toml", "groovy", "kotlin", "cron");

  @Test
  void everyBlockOfTextIsKnown() throws IOException {
    List<MarkdownBlock> shown = new ArrayList<>();
    for (Path page : DocumentedCommandsTest.pages().toList()) {
      MarkdownBlock.of(page).stream().filter(ShownBlocksTest::isShown).forEach(shown::add);
    }
    assertThat(Arrays.stream(ShownBlock.values()).map(ShownBlock::block))
        .containsExactlyInAnyOrderElementsOf(shown);
  }

  private static boolean isShown(MarkdownBlock block) {
    boolean unrun = block.isMarked("long") || block.isMarked("elsewhere");
    return !WRITTEN.contains(block.language()) || (block.language().equals("console") && unrun);
  }

  /** Formulas are indented, in pages that are no guides. */
  @Test
  void guidesShowNothingOutsideOfBlocks() throws IOException {
    for (Path page : DocumentedCommandsTest.pages().toList()) {
      if (page.toString().contains("guide") || page.endsWith("README.md")) {
        assertThat(Files.readString(page).replaceAll("(?ms)^```.*?^```$", ""))
            .as("%s", page)
            .doesNotContainPattern("(?m)^$\\n {4}");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyKnownBlockIsCompared(ShownBlock block) throws IOException {
    Pattern named = Pattern.compile("ShownBlock[.]" + block + "\\b|\"" + block + "\"");
    try (Stream<Path> tests = Files.list(SOURCES)) {
      assertThat(tests.map(ShownBlocksTest::code).filter(code -> named.matcher(code).find()))
          .as("tests that require what %s shows", block)
          .hasSize(1);
    }
  }

  private static String code(Path test) {
    try {
      return Files.readString(test).replaceAll("//.*", "").replaceAll("\\s+", "");
    } catch (IOException e) {
      throw new AssertionError(test + " cannot be read", e);
    }
  }
}
