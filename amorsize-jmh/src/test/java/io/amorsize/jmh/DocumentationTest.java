package io.amorsize.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation promises is there. */
class DocumentationTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @Test
  void everyFindingHasAPageAndEveryPageAFinding() throws IOException {
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/findings"))) {
      List<String> names =
          pages
              .map(page -> page.getFileName().toString().replace(".md", ""))
              .filter(name -> !name.equals("README"))
              .toList();
      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(FindingCode.values()).map(FindingCode::label).toList());
    }
  }

  @Test
  void aFindingsPageSaysWhatItIsAndWhatHelps() throws IOException {
    for (FindingCode code : FindingCode.values()) {
      assertThat(ROOT.resolve("docs/findings/" + code.label() + ".md"))
          .content()
          .startsWith("# " + code.label())
          .contains("**Severity:**")
          .contains("**Remedy.**");
    }
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(DocumentationTest::isDocumentation).toList()) {
        Matcher links = LINK.matcher(Files.readString(file));
        while (links.find()) {
          assertThat(file.resolveSibling(links.group(1)))
              .as("link in %s", ROOT.relativize(file))
              .exists();
        }
      }
    }
  }

  private static boolean isDocumentation(Path file) {
    String path = ROOT.relativize(file).toString();
    return path.endsWith(".md") && !path.contains("target") && !path.startsWith("reports");
  }
}
