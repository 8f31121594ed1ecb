package io.amorsize.jmh.build;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Finds the one benchmark jar that a build left in its worktree. */
final class JarSearch {

  private static final String WHERE_OTHERS_ARE = "{**/,}{target,build/libs}/{**/,}";

  /** What the Maven archetype of JMH and the Gradle plugin name their jars. */
  private static final List<String> USUAL =
      List.of(
          "{**/,}benchmarks.jar",
          WHERE_OTHERS_ARE + "*-jmh.jar",
          WHERE_OTHERS_ARE + "*-benchmarks.jar");

  private static final String BENCHMARK_LIST = "META-INF/BenchmarkList";
  private static final int SHOWN = 5;

  private final String sought;
  private final List<PathMatcher> matchers;

  private JarSearch(String sought, List<PathMatcher> matchers) {
    this.sought = sought;
    this.matchers = matchers;
  }

  /**
   * A search.
   *
   * @param pattern a glob relative to the root of the worktree, or empty for the usual names
   * @throws ResultFormatException in one sentence, if the pattern is none
   */
  static JarSearch of(Optional<String> pattern) {
    return pattern
        .map(glob -> new JarSearch("matches " + ShownText.of(glob), List.of(matcher(glob))))
        .orElseGet(
            () ->
                new JarSearch(
                    "is a benchmarks.jar, or a *-jmh.jar or *-benchmarks.jar in target/ or"
                        + " build/libs/",
                    USUAL.stream().map(JarSearch::matcher).toList()));
  }

  private static PathMatcher matcher(String glob) {
    // In Java '**/a.jar' leaves out 'a.jar' itself.
    String anywhere = glob.startsWith("**/") ? "{**/,}" + glob.substring(3) : glob;
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + anywhere);
    } catch (PatternSyntaxException e) {
      throw new ResultFormatException(
          "'"
              + ShownText.of(glob)
              + "' is no pattern for a jar ("
              + e.getDescription()
              + "); write --jar 'bench/target/*-all.jar', relative to the root of the repository",
          e);
    }
  }

  /**
   * The jar in a worktree.
   *
   * @param commit the commit that was built
   * @param git runs in the root of the worktree
   * @throws ResultFormatException in one sentence, if there is none or more than one
   */
  Path find(Commit commit, Git git) {
    Path tree = git.folder();
    List<Path> jars = jars(tree);
    List<Path> found =
        jars.stream()
            .filter(jar -> matchers.stream().anyMatch(matcher -> matcher.matches(jar)))
            .filter(jar -> isBenchmarkJar(tree.resolve(jar)) && isMade(jar, git))
            .toList();
    if (found.size() == 1) {
      return tree.resolve(found.get(0));
    }
    String what = found.isEmpty() ? "no benchmark jar that " : "more than one jar that ";
    throw new ResultFormatException(
        "the build of "
            + commit.label()
            + " left "
            + what
            + sought
            + "; "
            + there(found.isEmpty() ? jars : found)
            + "; say which with --jar GLOB");
  }

  private static List<Path> jars(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      return files
          .filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
          .map(tree::relativize)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ResultFormatException(tree + " cannot be searched: " + e.getMessage(), e);
    }
  }

  private static boolean isBenchmarkJar(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(BENCHMARK_LIST) != null;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether a file is the build's own; one that is part of the commit is the same on both sides.
   */
  private static boolean isMade(Path jar, Git git) {
    String path = ":(literal)" + jar.toString().replace(File.separatorChar, '/');
    boolean committed = !git.run("ls-files", "--", path).out().isEmpty();
    return !committed || !git.run("diff", "--quiet", "--", path).isGood();
  }

  private static String there(List<Path> jars) {
    if (jars.isEmpty()) {
      return "there is no jar at all";
    }
    String names =
        jars.stream()
            .limit(SHOWN)
            .map(jar -> ShownText.of(jar.toString()))
            .collect(Collectors.joining(", "));
    int more = jars.size() - SHOWN;
    return "there are: " + names + (more > 0 ? " and " + more + " more" : "");
  }
}
