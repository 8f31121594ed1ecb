package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void writesWithTheFoldersAbove() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    WholeFile.write(file, "first");
    WholeFile.write(file, "second");
    assertThat(file).hasContent("second");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void copiesFilesThatAreLargerThanItsBuffers() throws IOException {
    byte[] bytes = new byte[300_001];
    new java.util.Random(1).nextBytes(bytes);
    Path source = Files.write(folder.resolve("source"), bytes);
    Path target = folder.resolve("a/target");
    WholeFile.copy(source, target);
    assertThat(target).hasBinaryContent(bytes);
    try (Stream<Path> files = Files.list(target.getParent())) {
      assertThat(files).containsExactly(target);
    }
    assertThatThrownBy(() -> WholeFile.copy(folder, target))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(folder + ": there is no such file");
    assertThat(target).hasBinaryContent(bytes);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatIsNoFileIsWrittenIntoAndStays() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> read(pipe));
    WholeFile.requireWritable(pipe);
    WholeFile.write(pipe, "a document");
    assertThat(read.get(1, TimeUnit.MINUTES)).isEqualTo("a document");
    assertThat(Files.isRegularFile(pipe)).isFalse();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(pipe);
    }
  }

  @Test
  void leavesWhatStoodThereWhenItCannotWrite() throws IOException {
    Path blocker = folder.resolve("blocker");
    Files.writeString(blocker, "kept");
    Path below = blocker.resolve("file.txt");
    assertThatThrownBy(() -> WholeFile.write(below, "x"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(below + ": cannot be written (");
    assertThat(blocker).hasContent("kept");
    assertThatThrownBy(() -> WholeFile.requireWritable(below))
        .isInstanceOf(ResultFormatException.class);
  }

  @Test
  void aFolderIsNoTarget() {
    assertThatThrownBy(() -> WholeFile.requireWritable(folder))
        .hasMessage(folder + ": cannot be written: it is a folder; name a file in it");
    assertThatThrownBy(() -> WholeFile.write(folder, "x"))
        .isInstanceOf(ResultFormatException.class);
  }

  @Test
  void checkingLeavesNothingBehind() throws IOException {
    WholeFile.requireWritable(folder.resolve("later.txt"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  /** In a container, the next process has the number of the one that was killed. */
  @Test
  void whatAKilledProcessOfTheSameNumberLeftIsNotInTheWay() throws IOException {
    Path file = folder.resolve("file.txt");
    List<Path> seen = new ArrayList<>();
    WholeFile.write(
        file,
        out -> {
          try (Stream<Path> files = Files.list(folder)) {
            seen.addAll(files.toList());
          }
        });
    assertThat(seen).singleElement().matches(WholeFile::isTemporary);
    assertThat(WholeFile.isTemporary(file)).isFalse();
    Matcher name =
        Pattern.compile("(.*-)(\\d+)(\\.tmp)").matcher(seen.get(0).getFileName().toString());
    assertThat(name.matches()).isTrue();
    int number = Integer.parseInt(name.group(2));
    for (int next = number + 1; next <= number + 3; next++) {
      Files.writeString(folder.resolve(name.group(1) + next + name.group(3)), "half");
    }
    WholeFile.write(file, "whole");
    assertThat(file).hasContent("whole");
  }
}
