package io.amorsize.jmh.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of the packages, read in the order of the line of data, are the design document. */
class PackagePagesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static List<Path> packages() throws IOException {
    try (Stream<Path> core = Files.walk(ROOT.resolve("amorsize-core/src/main/java/io/amorsize"));
        Stream<Path> jmh = Files.walk(ROOT.resolve("amorsize-jmh/src/main/java/io/amorsize"))) {
      return Stream.concat(core, jmh)
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .distinct()
          .toList();
    }
  }

  @Test
  void eachPackageSaysWhatGoesInAndWhatComesOut() throws IOException {
    assertThat(packages()).hasSizeGreaterThan(30);
    for (Path folder : packages()) {
      String room = ROOT.relativize(folder).toString();
      assertThat(folder.resolve("package-info.java")).as(room).exists();
      if (!room.endsWith("statistics") && !room.endsWith("cli")) {
        assertThat(
                Files.readString(folder.resolve("package-info.java")).replaceAll("\\n \\* ", " "))
            .as(room)
            .contains("<p>In: ")
            .contains(" Out: ");
      }
    }
  }
}
