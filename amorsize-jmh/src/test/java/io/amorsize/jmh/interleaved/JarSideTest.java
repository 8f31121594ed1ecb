package io.amorsize.jmh.interleaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarSideTest {

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  @Test
  void aSideIsAJarOnThisJvm() throws IOException {
    JarSide side = JarSide.of(file("a.jar", "a").toString());
    assertThat(side.java()).isExecutable();
    assertThat(side.jvmArgs()).isEmpty();
    assertThat(side.params()).isEmpty();
    assertThat(side.label()).isEqualTo(folder.resolve("a.jar").toString());
  }

  @Test
  void aSideMayHaveItsOwnJvmArgumentsAndParameters() throws IOException {
    JarSide side =
        JarSide.of(file("a.jar", "a").toString())
            .withJava(Path.of(System.getProperty("java.home")))
            .withJvmArgs(List.of("-Xmx1g"))
            .withParams(Map.of("size", "10"));
    assertThat(side.java().getFileName().toString()).startsWith("java");
    assertThat(side.jvmArgs()).containsExactly("-Xmx1g");
    assertThat(side.params()).containsEntry("size", "10");
    assertThat(side.withJava(side.java())).isEqualTo(side);
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    String there = file("a.jar", "a").toString();
    String gone = folder.resolve("gone.jar").toString();
    assertThatThrownBy(() -> JarSide.of(there + File.pathSeparator + gone))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(gone + " (of the class path '")
        .hasMessageContaining("there is no such file; name a JMH jar");
    assertThatThrownBy(() -> JarSide.of(" "))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("names no file");
    JarSide side = JarSide.of(there);
    assertThatThrownBy(() -> side.withJava(folder))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(
            folder + ": is no java that can be run; name a java executable or a JDK's home");
    assertThatThrownBy(() -> side.withParams(Map.of("size", "1,2")))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("one value without a comma");
  }

  @Test
  void theHashOfAJarIsThatOfItsBytes() throws IOException {
    // printf abc | sha256sum
    assertThat(JarSide.of(file("a.jar", "abc").toString()).contentHash())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void theHashOfAFolderIsThatOfItsFilesNamesAndContents() throws IOException {
    file("one/x/A.class", "a");
    file("one/B.class", "b");
    file("two/B.class", "b");
    file("two/x/A.class", "a");
    file("other/x/A.class", "b");
    file("other/B.class", "a");
    assertThat(hash("one")).isEqualTo(hash("two")).isNotEqualTo(hash("other"));
    assertThat(hash("one" + File.pathSeparator + "other"))
        .isNotEqualTo(hash("other" + File.pathSeparator + "one"));
  }

  private String hash(String names) {
    String classPath =
        String.join(
            File.pathSeparator,
            List.of(names.split(File.pathSeparator)).stream()
                .map(name -> folder.resolve(name).toString())
                .toList());
    return JarSide.of(classPath).contentHash();
  }
}
