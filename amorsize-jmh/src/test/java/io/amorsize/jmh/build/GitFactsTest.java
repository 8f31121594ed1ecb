package io.amorsize.jmh.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFactsTest {

  @TempDir Path temporary;

  private GitFixture fixture;

  @BeforeEach
  void commit() throws IOException {
    fixture = new GitFixture(temporary);
    Files.createDirectories(fixture.folder.resolve("results"));
    Files.writeString(fixture.folder.resolve("results/a.json"), "[]");
    fixture.git("add", ".");
    fixture.git("commit", "-q", "-m", "results", "--date", "2026-01-26T03:00:00+01:00");
  }

  @Test
  void theCommitThatChangedAFileSaysWhenItWasMade() throws IOException {
    String first = fixture.git("rev-parse", "HEAD").strip();
    Files.writeString(fixture.folder.resolve("results/b.json"), "[]");
    fixture.git("add", ".");
    fixture.git("commit", "-q", "-m", "more");
    assertThat(GitFacts.lastChange(fixture.folder.resolve("results/a.json")))
        .contains(new GitFacts.LastChange(first, Instant.parse("2026-01-26T02:00:00Z")));
  }

  @Test
  void aFileThatIsInNoCommitHasNone() throws IOException {
    Path loose = Files.writeString(fixture.folder.resolve("loose.json"), "[]");
    assertThat(GitFacts.lastChange(loose)).isEmpty();
    assertThat(GitFacts.lastChange(Files.writeString(temporary.resolve("x.json"), "[]"))).isEmpty();
  }

  @Test
  void whatIsCheckedOut() {
    String head = fixture.git("rev-parse", "HEAD").strip();
    assertThat(GitFacts.head(fixture.folder.resolve("results")))
        .contains(new GitFacts.Head(head, Optional.of("main")));
    fixture.git("checkout", "-q", "--detach");
    assertThat(GitFacts.head(fixture.folder)).contains(new GitFacts.Head(head, Optional.empty()));
    assertThat(GitFacts.head(temporary)).isEmpty();
    assertThat(GitFacts.head(temporary.resolve("none"))).isEmpty();
  }
}
