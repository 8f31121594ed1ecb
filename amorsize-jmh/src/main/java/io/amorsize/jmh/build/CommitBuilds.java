package io.amorsize.jmh.build;

import io.amorsize.result.ResultFormatException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Two commits of a repository, built as benchmark jars.
 *
 * <p>Each is checked out into a worktree of its own, which is removed again; the user's working
 * tree and index are not touched.
 */
public final class CommitBuilds {

  private final Settings settings;
  private final Repository repository;
  private final BuildCommand command;
  private final JarSearch search;
  private final BuiltJars jars;

  private CommitBuilds(Settings settings, Git git) {
    this.settings = settings;
    this.search = JarSearch.of(settings.jarPattern());
    this.repository = Repository.open(git, settings.progress());
    this.command = new BuildCommand(settings.build(), repository.prefix(), settings.log());
    this.jars = new BuiltJars(settings.jarFolder());
  }

  /**
   * What to build.
   *
   * @param repository a folder in the repository; the build runs in the same folder of each commit
   * @param range {@code A..B}; {@code A...B} for the point at which both parted against B; {@code
   *     A} against HEAD; an empty name is HEAD
   * @param build the build command, which a shell reads
   * @param jarPattern a glob for the jar, relative to the root of the repository; empty for the
   *     usual names
   * @param jarFolder where built jars are kept, and found again by a later run
   * @param log takes what builds print
   * @param progress takes a line for each step; names in it come from the repository
   */
  public record Settings(
      Path repository,
      String range,
      String build,
      Optional<String> jarPattern,
      Path jarFolder,
      PrintStream log,
      Consumer<String> progress) {}

  /**
   * A built jar.
   *
   * @param label the start of the hash and the subject of the commit, which may hold anything
   * @param commit the full hash
   * @param jar a copy that outlives the worktree
   */
  public record BuiltJar(String label, String commit, Path jar) {}

  /**
   * Both sides.
   *
   * @param base the commit before
   * @param head the commit after; the same jar where it is the same commit
   */
  public record Pair(BuiltJar base, BuiltJar head) {}

  /**
   * Builds both commits, one after the other.
   *
   * @throws ResultFormatException in one sentence, if there is no such commit, no git, or not
   *     exactly one jar
   * @throws BuildFailedException if the build command fails
   */
  public static Pair build(Settings settings) {
    return build(settings, "git");
  }

  static Pair build(Settings settings, String gitProgram) {
    return new CommitBuilds(settings, new Git(gitProgram, settings.repository())).both();
  }

  private Pair both() {
    CommitRange.Ends ends = CommitRange.parse(settings.range()).resolve(repository);
    if (repository.hasUncommittedChanges()) {
      say("uncommitted changes are in neither jar: what is built are commits");
    }
    if (ends.base().equals(ends.head())) {
      say("both sides are " + ends.head().label() + ": all that can differ is noise");
      BuiltJar only = built(ends.head());
      return new Pair(only, only);
    }
    return new Pair(built(ends.base()), built(ends.head()));
  }

  private BuiltJar built(Commit commit) {
    BuildKey key =
        new BuildKey(
            commit.hash(),
            settings.build(),
            repository.prefix(),
            settings.jarPattern().orElse(""),
            BuildKey.javaHomeOfBuilds());
    Optional<Path> there = jars.find(key);
    there.ifPresent(jar -> say(commit.label() + " was built before: " + jar));
    Path jar = there.orElseGet(() -> made(commit, key));
    return new BuiltJar(commit.label(), commit.hash(), jar);
  }

  private Path made(Commit commit, BuildKey key) {
    say("building " + commit.label());
    try (Checkout checkout = Checkout.of(repository, commit, settings.progress())) {
      command.run(commit, checkout);
      Path jar = search.find(commit, repository.git().in(checkout.tree()));
      return jars.keep(key, commit, jar);
    }
  }

  private void say(String line) {
    settings.progress().accept(line);
  }
}
