package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.history.NewEntry;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JarSourceTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path folder;

  private final JarSource source = new JarSource("--baseline-jar", path -> Optional.empty());
  private BaselineOptions baselines;
  private Path jar;

  @BeforeEach
  void open() throws IOException {
    baselines =
        CommandLine.populateCommand(
            new BaselineOptions(), "--baselines", folder.resolve("baselines").toString());
    jar = TestJars.benchmarks(folder.resolve("old.jar"), "x");
  }

  private void save(String cpu, boolean rows, Optional<Path> kept) {
    RunEnvironment environment =
        new RunEnvironment(cpu, 2, "Linux", "amd64", "6.1", "Debian", 17, List.of());
    Optional<byte[]> jmh = rows ? Optional.of(new byte[] {'[', ']'}) : Optional.empty();
    NewEntry entry = NewEntry.of(environment, NOON).withJmh(jmh).withJar(kept);
    baselines.store().save("main", rows ? entry : entry.withResults("{}"));
  }

  private Optional<Path> find(Object label) {
    return source.find(label.toString(), baselines);
  }

  private void refuses(Object label, String sentence) {
    assertThatThrownBy(() -> find(label))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(sentence);
  }

  @Test
  void aJarStandsForItself() throws IOException {
    assertThat(find(jar)).contains(jar);
    assertThat(find(Files.writeString(folder.resolve("text.jar"), "no zip"))).isEmpty();
  }

  @Test
  void aBaselineStandsForTheJarThatItKept() {
    save("A", true, Optional.of(jar));
    Path kept = find("main").orElseThrow();
    assertThat(kept).hasSameBinaryContentAs(jar).hasParent(folder.resolve("baselines/jars"));
    assertThat(find(folder.resolve("baselines/main"))).contains(kept);
  }

  @Test
  void whatKnowsNoJarStandsForNone() throws IOException {
    save("A", true, Optional.empty());
    assertThat(find("main")).isEmpty();
    assertThat(find("nobody")).isEmpty();
    assertThat(find("not a\0path")).isEmpty();
    assertThat(find(Files.writeString(folder.resolve("result.json"), "[]"))).isEmpty();
    assertThat(find(Files.createDirectory(folder.resolve("run")))).isEmpty();
  }

  @Test
  void aJarThatIsGoneIsNamed() throws IOException {
    save("A", true, Optional.of(jar));
    Path kept = find("main").orElseThrow();
    Files.delete(kept);
    refuses(
        "main",
        "baseline 'main' kept the jar "
            + kept.getFileName().toString().substring(0, 12)
            + ", which is not in "
            + folder.resolve("baselines/jars")
            + "; copy it there or name it with --baseline-jar");
  }

  @Test
  void aJarThatWasChangedIsNotRun() throws IOException {
    save("A", true, Optional.of(jar));
    Files.writeString(find("main").orElseThrow(), "changed");
    assertThatThrownBy(() -> find("main"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("is not the jar that was kept");
  }

  @Test
  void entriesMustAgreeOnTheJar() throws IOException {
    save("A", true, Optional.of(jar));
    save("B", true, Optional.of(jar));
    save("C", false, Optional.empty());
    assertThat(find("main")).isPresent();
    save("B", true, Optional.of(TestJars.benchmarks(folder.resolve("new.jar"), "y")));
    String sentence =
        "baseline 'main' has entries that do not keep the same jar; name the right one with"
            + " --baseline-jar";
    refuses("main", sentence);
    save("B", true, Optional.empty());
    refuses("main", sentence);
  }

  @Test
  void aSessionsFolderIsAskedForItsJar() throws IOException {
    Path session = Files.createDirectory(folder.resolve("session"));
    JarSource asking =
        new JarSource("--baseline-jar", path -> Optional.of(path.resolve("ran.jar")));
    assertThat(asking.find(session.toString(), baselines)).isEmpty();
    Files.writeString(session.resolve("session.json"), "{}");
    assertThat(asking.find(session.toString(), baselines)).contains(session.resolve("ran.jar"));
  }
}
