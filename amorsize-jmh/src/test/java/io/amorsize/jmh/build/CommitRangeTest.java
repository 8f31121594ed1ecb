package io.amorsize.jmh.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommitRangeTest {

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({
    "a..b, a, b, false",
    "a..., a, HEAD, true",
    "...b, HEAD, b, true",
    "a.., a, HEAD, false",
    "..b, HEAD, b, false",
    "origin/main...HEAD, origin/main, HEAD, true",
    "v1.2.3..v1.2.4, v1.2.3, v1.2.4, false",
    "v1.2, v1.2, HEAD, false",
    "' a..b ', a, b, false",
  })
  void readsWhatAUserWrites(String text, String base, String head, boolean fromMergeBase) {
    assertThat(CommitRange.parse(text)).isEqualTo(new CommitRange(base, head, fromMergeBase));
  }

  @Test
  void anEmptyRangeIsRefused() {
    assertThatThrownBy(() -> CommitRange.parse(" "))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("BASE..HEAD");
  }

  @Test
  void threeDotsMeanWhereBothParted() throws IOException {
    GitFixture git = new GitFixture(temporary);
    String parted = git.commit("1");
    git.git("switch", "-q", "-c", "topic");
    String topic = git.commit("2");
    git.git("switch", "-q", "main");
    String main = git.commit("3");

    Repository repository = Repository.open(new Git("git", git.folder), git.said::add);

    CommitRange.Ends pull = CommitRange.parse("main...topic").resolve(repository);
    assertThat(pull.base().hash()).isEqualTo(parted);
    assertThat(pull.head()).isEqualTo(new Commit(topic, "Version 2"));
    CommitRange.Ends both = CommitRange.parse("main..topic").resolve(repository);
    assertThat(both.base().hash()).isEqualTo(main);
  }

  @Test
  void historiesWithoutACommonAncestorHaveNoMergeBase() throws IOException {
    GitFixture git = new GitFixture(temporary);
    git.commit("1");
    git.git("switch", "-q", "--orphan", "other");
    git.commit("2");
    assertThatThrownBy(() -> git.build("main...other"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("no common ancestor")
        .hasMessageContaining("'..' instead of '...'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--all", "-q..HEAD", "HEAD..--output=x", "a\u0000b", "a\nb..HEAD"})
  void whatCannotBeANameIsNotHandedToGit(String range) throws IOException {
    GitFixture git = new GitFixture(temporary);
    git.commit("1");
    assertThatThrownBy(() -> git.build(range))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("cannot be the name of a commit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "HEAD~7", "HEAD; touch x", "$(touch x)", "HEAD^@", "a....b"})
  void anUnknownNameIsToldWithTheRemedy(String range) throws IOException {
    GitFixture git = new GitFixture(temporary);
    git.commit("1");
    assertThatThrownBy(() -> git.build(range))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("is no commit of this repository")
        .hasMessageContaining("git fetch")
        .hasMessageNotContaining("shallow");
    assertThat(git.folder.resolve("x")).doesNotExist();
  }

  @Test
  void aShallowCloneIsToldHowToBeDeepened() throws IOException {
    GitFixture git = new GitFixture(temporary);
    String first = git.commit("1");
    git.commit("2");
    Path clone = temporary.resolve("clone");
    GitFixture.git(
        temporary, "clone", "-q", "--depth=1", git.folder.toUri().toString(), clone.toString());
    Git inClone = new Git("git", clone);
    Repository repository = Repository.open(inClone, git.said::add);
    for (String name : new String[] {first, "HEAD~1"}) {
      assertThatThrownBy(() -> repository.commit(name))
          .isInstanceOf(ResultFormatException.class)
          .hasMessageContaining("shallow clone")
          .hasMessageContaining("git fetch --unshallow")
          .hasMessageContaining("fetch-depth: 0");
    }
  }

  @Test
  void aFolderOutsideOfRepositoriesIsTold() throws IOException {
    GitFixture git = new GitFixture(temporary);
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    assertThatThrownBy(() -> Repository.open(new Git("git", elsewhere), git.said::add))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("no repository")
        .hasMessageContaining("ab OLD.jar NEW.jar");
    Path missing = temporary.resolve("missing");
    assertThatThrownBy(() -> Repository.open(new Git("git", missing), git.said::add))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("no such folder");
  }

  @Test
  void aMissingGitIsTold() throws IOException {
    GitFixture git = new GitFixture(temporary);
    assertThatThrownBy(
            () -> CommitBuilds.build(git.settings("HEAD", GitFixture.BUILD), "git-not-installed"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("git cannot be run")
        .hasMessageContaining("install it");
  }
}
