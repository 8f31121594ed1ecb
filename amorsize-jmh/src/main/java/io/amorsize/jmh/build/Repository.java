package io.amorsize.jmh.build;

import io.amorsize.jmh.build.Git.Answer;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.nio.file.Files;
import java.util.function.Consumer;

/** What is asked of the user's repository; nothing here changes it. */
final class Repository {

  private static final String DEEPEN =
      "this is a shallow clone: run 'git fetch --unshallow', or give actions/checkout"
          + " 'fetch-depth: 0'";

  private final Git git;
  private final Consumer<String> progress;
  private final String prefix;

  private Repository(Git git, Consumer<String> progress, String prefix) {
    this.git = git;
    this.progress = progress;
    this.prefix = prefix;
  }

  /**
   * Finds the repository around a folder.
   *
   * @throws ResultFormatException in one sentence, if there is none or git cannot be used
   */
  static Repository open(Git git, Consumer<String> progress) {
    if (!Files.isDirectory(git.folder())) {
      throw new ResultFormatException(git.folder() + ": there is no such folder");
    }
    Answer answer = git.run("rev-parse", "--show-prefix");
    if (!answer.isGood()) {
      throw new ResultFormatException(notUsable(git, answer));
    }
    return new Repository(git, progress, answer.out());
  }

  private static String notUsable(Git git, Answer answer) {
    if (answer.err().contains("dubious ownership")) {
      return git.folder()
          + ": git refuses a repository of another user; allow it with"
          + " 'git config --global --add safe.directory FOLDER'";
    }
    return git.folder()
        + " is in no repository that git can read ("
        + ShownText.of(answer.problem())
        + "); start inside of one, or name two jars: ab OLD.jar NEW.jar";
  }

  Git git() {
    return git;
  }

  /** Where the user stands inside the repository: empty, or a path that ends in a slash. */
  String prefix() {
    return prefix;
  }

  boolean hasUncommittedChanges() {
    // Fails where there is no working tree, and then nothing in it is changed.
    return !git.run("status", "--porcelain").out().isEmpty();
  }

  /**
   * The commit of a name.
   *
   * @throws ResultFormatException in one sentence, if there is none
   */
  Commit commit(String name) {
    if (name.startsWith("-") || name.chars().anyMatch(Character::isISOControl)) {
      throw new ResultFormatException(
          "'"
              + ShownText.of(name)
              + "' cannot be the name of a commit; give a branch, tag or hash");
    }
    Answer answer = git.run("rev-parse", "--verify", name + "^{commit}");
    if (!answer.isGood()) {
      throw new ResultFormatException(unknown(name, answer));
    }
    answer.err().lines().forEach(line -> progress.accept("git: " + line));
    return described(answer.out());
  }

  private Commit described(String hash) {
    Answer subject =
        git.run("log", "-1", "--no-show-signature", "--encoding=UTF-8", "--format=%s", hash);
    return new Commit(hash, subject.out());
  }

  private String unknown(String name, Answer answer) {
    String shown = "'" + ShownText.of(name) + "'";
    if (answer.err().contains("is ambiguous")) {
      return shown + " is the start of several hashes; give more of its digits";
    }
    return shown
        + " is no commit of this repository; "
        + (isShallow() ? DEEPEN : "run 'git fetch', and look with 'git branch --all' or 'git tag'");
  }

  /**
   * The commit at which two histories parted.
   *
   * @throws ResultFormatException in one sentence, if there is none
   */
  Commit mergeBase(Commit one, Commit other) {
    Answer answer = git.run("merge-base", one.hash(), other.hash());
    if (!answer.isGood()) {
      throw new ResultFormatException(
          one.inNames()
              + " and "
              + other.inNames()
              + " have no common ancestor here; "
              + (isShallow() ? DEEPEN : "compare them themselves, with '..' instead of '...'"));
    }
    return described(answer.out());
  }

  private boolean isShallow() {
    return git.run("rev-parse", "--is-shallow-repository").out().equals("true");
  }
}
