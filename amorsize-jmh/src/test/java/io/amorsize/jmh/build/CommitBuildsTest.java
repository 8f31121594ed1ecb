package io.amorsize.jmh.build;

import static io.amorsize.jmh.build.GitFixture.BUILD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amorsize.jmh.build.CommitBuilds.BuiltJar;
import io.amorsize.jmh.build.CommitBuilds.Pair;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitBuildsTest {

  @TempDir Path temporary;
  private GitFixture git;

  @BeforeEach
  void makeRepository() throws IOException {
    git = new GitFixture(temporary);
  }

  @AfterEach
  void nothingIsLeftInTheRepository() {
    git.requireNoTraces();
  }

  @Test
  void buildsBothCommits() throws IOException {
    String before = git.commit("1");
    String after = git.commit("2");

    Pair pair = git.build("HEAD~1..HEAD");

    assertThat(pair.base().commit()).isEqualTo(before);
    assertThat(pair.head().commit()).isEqualTo(after);
    assertThat(GitFixture.version(pair.base())).isEqualTo("1");
    assertThat(GitFixture.version(pair.head())).isEqualTo("2");
    assertThat(pair.head().label()).isEqualTo(after.substring(0, 7) + " Version 2");
    assertThat(pair.head().jar().getFileName().toString())
        .matches("[0-9a-f]{16}-" + after.substring(0, 12) + "\\.jar");
    assertThat(git.said)
        .containsExactly("building " + pair.base().label(), "building " + pair.head().label());
  }

  @Test
  void leavesTheWorkingTreeAndTheIndexAsTheyAre() throws IOException {
    git.commit("1");
    git.commit("2");
    Files.writeString(git.folder.resolve("staged.txt"), "staged");
    git.git("add", "staged.txt");
    // A jar holds the time at which it was made, so the same bytes are compared.
    byte[] uncommitted = GitFixture.jar("3");
    Files.write(git.folder.resolve(GitFixture.PREPARED), uncommitted);
    Path index = git.folder.resolve(".git/index");
    byte[] indexBefore = Files.readAllBytes(index);
    String headBefore = git.git("symbolic-ref", "HEAD");

    Pair pair = git.build("HEAD~1");

    assertThat(GitFixture.version(pair.head())).isEqualTo("2");
    assertThat(index).hasBinaryContent(indexBefore);
    assertThat(git.git("symbolic-ref", "HEAD")).isEqualTo(headBefore);
    assertThat(git.folder.resolve(GitFixture.PREPARED)).hasBinaryContent(uncommitted);
    assertThat(git.folder.resolve("target")).doesNotExist();
    assertThat(git.said).filteredOn(line -> line.startsWith("uncommitted changes")).hasSize(1);
  }

  @Test
  void runsNoHooksOfTheUser() throws IOException {
    git.commit("1");
    Path hook = git.folder.resolve(".git/hooks/post-checkout");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\ntouch '" + temporary.resolve("hooked") + "'\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    git.build("HEAD");
    assertThat(temporary.resolve("hooked")).doesNotExist();
  }

  @Test
  void aCommitAgainstItselfIsBuiltOnce() throws IOException {
    git.commit("1");
    Pair pair = git.build("HEAD..main");
    assertThat(pair.base()).isEqualTo(pair.head());
    assertThat(git.builds()).isEqualTo(1);
    assertThat(git.said).anyMatch(line -> line.startsWith("both sides are "));
  }

  @Test
  void aJarOfAnEarlierBuildIsTakenAgain() throws IOException {
    git.commit("1");
    git.commit("2");
    Pair first = git.build("HEAD~1");
    Pair second = git.build("HEAD~1");
    assertThat(second).isEqualTo(first);
    assertThat(git.builds()).isEqualTo(2);
    assertThat(git.said).anyMatch(line -> line.contains(" was built before: "));

    git.commit("3");
    assertThat(GitFixture.version(git.build("HEAD~1").head())).isEqualTo("3");
    assertThat(git.builds()).isEqualTo(3);
  }

  @Test
  void anotherCommandOrPatternIsAnotherBuild() throws IOException {
    git.commit("1");
    git.build("HEAD");
    git.build("HEAD", BUILD + " && true");
    git.buildWithPattern("HEAD", BUILD, "target/*.jar");
    assertThat(git.builds()).isEqualTo(3);
    assertThat(git.build("HEAD").head().jar()).exists();
    assertThat(git.builds()).isEqualTo(3);
  }

  @Test
  void aJarThatChangedOnTheShelfIsBuiltAgain() throws IOException {
    git.commit("1");
    BuiltJar built = git.build("HEAD").head();
    Files.write(built.jar(), GitFixture.jar("forged"));
    assertThat(GitFixture.version(git.build("HEAD").head())).isEqualTo("1");
    Files.delete(built.jar());
    assertThat(GitFixture.version(git.build("HEAD").head())).isEqualTo("1");
    assertThat(git.builds()).isEqualTo(3);
  }

  @Test
  void aListOfBuildsThatLeadsElsewhereIsRefused() throws IOException {
    git.commit("1");
    git.build("HEAD");
    Path list = git.jars.resolve("builds.json");
    String text = Files.readString(list);
    Files.writeString(list, text.replaceAll("\"file\" : \"[^\"]*\"", "\"file\" : \"../x.jar\""));
    assertThatThrownBy(() -> git.build("HEAD"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("builds[0].file must name a jar of this folder");
  }

  @Test
  void aFailedBuildShowsItsLastLines() throws IOException {
    git.commit("1");
    String base = git.commit("2");
    git.commit("3");
    BuildFailedException failed =
        catchThrowableOfType(
            BuildFailedException.class,
            () -> git.build("HEAD~1", "seq 1 20; echo; echo 'no compiler' >&2; exit 7"));
    assertThat(failed.exitCode()).isEqualTo(7);
    assertThat(failed.commit()).isEqualTo(base);
    assertThat(failed)
        .hasMessageContaining(base.substring(0, 7) + " Version 2 failed with exit code 7");
    assertThat(failed.lastLines()).hasSize(15).startsWith("7").endsWith("20", "no compiler");
    assertThat(git.log()).startsWith("1\n2\n").endsWith("no compiler\n");
    assertThat(git.builds()).isEqualTo(1);
  }

  @Test
  void theBuildRunsInTheFolderWhereTheUserStands() throws IOException {
    Path module = Files.createDirectories(git.folder.resolve("a module"));
    Files.write(module.resolve(GitFixture.PREPARED), GitFixture.jar("inner"));
    git.commit("1");
    Pair pair = CommitBuilds.build(git.settings(module, "HEAD", BUILD, Optional.empty()));
    assertThat(GitFixture.version(pair.head())).isEqualTo("inner");
  }

  @Test
  void aFolderThatACommitDoesNotHaveIsTold() throws IOException {
    git.commit("1");
    Path module = Files.createDirectories(git.folder.resolve("module"));
    Files.write(module.resolve(GitFixture.PREPARED), GitFixture.jar("inner"));
    git.commitAll("A module");
    assertThatThrownBy(
            () -> CommitBuilds.build(git.settings(module, "HEAD~1", BUILD, Optional.empty())))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("Version 1 has no folder module/");
  }

  @Test
  void anEmptyCommandIsRefused() throws IOException {
    git.commit("1");
    assertThatThrownBy(() -> git.build("HEAD", " "))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("--build 'mvn -q package'");
  }

  @Test
  void anInterruptEndsTheBuildAndRemovesItsWorktree() throws Exception {
    git.commit("1");
    Path started = temporary.resolve("started");
    Thread building =
        new Thread(
            () ->
                assertThatThrownBy(
                        () -> git.build("HEAD", "touch '" + started + "'; exec sleep 600"))
                    .hasMessageContaining("was interrupted"));
    building.start();
    while (!Files.exists(started)) {
      Thread.sleep(5);
    }
    building.interrupt();
    building.join();
  }

  /** The program of which a user grows tired. */
  static final class Endless {
    public static void main(String[] args) throws IOException {
      CommitBuilds.build(
          new CommitBuilds.Settings(
              Path.of(args[0]),
              "HEAD",
              args[2],
              Optional.empty(),
              Path.of(args[1]),
              System.out,
              System.out::println));
    }
  }

  @Test
  void anEndingJvmEndsTheBuildAndRemovesItsWorktree() throws Exception {
    git.commit("1");
    Path pid = temporary.resolve("pid");
    Path temporaryFolders = Files.createDirectories(temporary.resolve("tmp"));
    Process program =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.io.tmpdir=" + temporaryFolders,
                    "-cp",
                    System.getProperty("java.class.path"),
                    Endless.class.getName(),
                    git.folder.toString(),
                    git.jars.toString(),
                    "echo $$ > '" + pid + ".new'; mv '" + pid + ".new' '" + pid + "'; sleep 600"))
            .redirectErrorStream(true)
            .redirectOutput(temporary.resolve("out.txt").toFile())
            .start();
    while (!Files.exists(pid)) {
      assertThat(program.isAlive()).as(Files.readString(temporary.resolve("out.txt"))).isTrue();
      Thread.sleep(5);
    }
    program.destroy();
    program.waitFor();

    try (Stream<Path> left = Files.list(temporaryFolders)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.startsWith("amorsize"));
    }
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(build -> build.onExit().join());
  }
}
