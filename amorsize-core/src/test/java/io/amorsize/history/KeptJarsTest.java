package io.amorsize.history;

import static io.amorsize.history.BaselineStoreTest.entry;
import static io.amorsize.history.BaselineStoreTest.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptJarsTest {

  /** From {@code printf abc | sha256sum}; also the first example of FIPS 180-4. */
  private static final String HASH_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path root;

  private Path baselines;
  private BaselineStore store;
  private int saves;

  @BeforeEach
  void open() {
    baselines = root.resolve("baselines");
    store = new BaselineStore(baselines);
  }

  private Path jar(String name, String content) {
    Path jar = root.resolve(name);
    WholeFile.write(jar, content);
    return jar;
  }

  private KeptJar save(String name, String cpu, Path jar) {
    Instant at = NOON.plusSeconds(saves++);
    Baseline saved = store.save(name, entry(machine(cpu, 17), "x", at, Optional.of(jar)));
    return saved.entryFor(Optional.empty(), any -> true).orElseThrow().jar().orElseThrow();
  }

  private void saveWithoutJar(String name, String cpu) {
    Instant at = NOON.plusSeconds(saves++);
    store.save(name, entry(machine(cpu, 17), "x", at, Optional.empty()));
  }

  @Test
  void aJarIsKeptUnderItsHash() {
    KeptJar kept = save("main", "A", jar("benchmarks.jar", "abc"));
    assertThat(kept.sha256()).isEqualTo(HASH_OF_ABC);
    assertThat(kept.file()).isEqualTo(baselines.resolve("jars/" + HASH_OF_ABC + ".jar"));
    assertThat(kept.verified()).hasContent("abc");
    assertThat(kept.bytes()).hasValue(3);
    assertThat(kept.shortHash()).isEqualTo("ba7816bf8f01");
    assertThat(baselines.resolve("main/baseline.json"))
        .content()
        .contains("\"jar\" : \"" + HASH_OF_ABC + "\"");
  }

  @Test
  void oneFileServesAllBaselines() throws IOException {
    Path first = save("main", "A", jar("a.jar", "abc")).file();
    Files.setLastModifiedTime(first, java.nio.file.attribute.FileTime.from(NOON));
    assertThat(save("other", "B", jar("b.jar", "abc")).file()).isEqualTo(first);
    assertThat(Files.getLastModifiedTime(first).toInstant()).isEqualTo(NOON);
    assertThat(first.getParent()).isDirectoryContaining(path -> path.equals(first));
    try (var files = Files.list(first.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aJarThatNothingNamesAnyMoreIsRemovedAndNothingElse() {
    KeptJar shared = save("main", "A", jar("a.jar", "abc"));
    KeptJar own = save("main", "B", jar("b.jar", "def"));
    saveWithoutJar("other", "A");
    Path note = jar("baselines/jars/README.md", "kept by hand");
    Path foreign = jar("baselines/jars/tool.jar", "somebody's");
    saveWithoutJar("main", "B");
    assertThat(own.isThere()).isFalse();
    assertThat(shared.isThere()).isTrue();
    assertThat(note).exists();
    assertThat(foreign).exists();
    saveWithoutJar("main", "A");
    assertThat(shared.isThere()).isFalse();
  }

  @Test
  void whatAKilledCopyLeftIsRemovedByTheNextSave() throws IOException {
    KeptJar kept = save("main", "A", jar("a.jar", "abc"));
    Path begun = kept.file().resolveSibling("." + kept.file().getFileName() + ".7-1.tmp");
    Files.writeString(begun, "ab");
    save("main", "B", jar("b.jar", "def"));
    assertThat(begun).doesNotExist();
    assertThat(kept.isThere()).isTrue();
  }

  @Test
  void noJarIsRemovedWhileABaselineCannotBeRead() {
    KeptJar kept = save("main", "A", jar("a.jar", "abc"));
    WholeFile.write(baselines.resolve("newer/baseline.json"), "{\"schema\": \"newer\"}");
    saveWithoutJar("main", "A");
    assertThat(kept.isThere()).isTrue();
  }

  @Test
  void aMissingJarLeavesItsHash() throws IOException {
    KeptJar kept = save("main", "A", jar("a.jar", "abc"));
    Files.delete(kept.file());
    KeptJar gone = store.find("main").orElseThrow().entries().get(0).jar().orElseThrow();
    assertThat(gone).isEqualTo(kept);
    assertThat(gone.isThere()).isFalse();
    assertThat(gone.bytes()).isEmpty();
    assertThatThrownBy(gone::verified)
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(kept.file() + ": is not here; only its hash was kept");
    saveWithoutJar("main", "B");
    assertThat(save("main", "A", jar("again.jar", "abc")).verified()).hasContent("abc");
  }

  @Test
  void aChangedJarIsReportedAndHealedByTheNextSave() {
    KeptJar kept = save("main", "A", jar("a.jar", "abc"));
    WholeFile.write(kept.file(), "abd");
    assertThatThrownBy(kept::verified)
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(kept.file() + ": is not the jar that was kept")
        .hasMessageContaining("not with ba7816bf8f01");
    assertThat(save("main", "A", jar("a.jar", "abc")).verified()).hasContent("abc");
  }

  @Test
  void aJarThatIsNotThereCannotBeKept() {
    Path missing = root.resolve("missing.jar");
    assertThatThrownBy(() -> save("main", "A", missing))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("missing.jar: cannot be read");
    assertThat(store.names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jars", "Jars", "JARS"})
  void theShelfIsNoBaseline(String name) {
    WholeFile.write(baselines.resolve(name).resolve("baseline.json"), "{}");
    assertThat(store.names()).isEmpty();
    assertThat(store.find(name)).isEmpty();
    assertThat(BaselineStore.isBaseline(baselines.resolve(name))).isFalse();
    assertThatThrownBy(() -> saveWithoutJar(name, "A"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(
            "'" + name + "' cannot be a baseline's name: the folder of that name keeps their jars");
  }

  @ParameterizedTest
  @ValueSource(strings = {"baselines/main", "baselines/main/.", "baselines/main/../main/"})
  void theShelfStandsBesideTheFolderHoweverItIsWritten(String folder) {
    KeptJar kept = save("main", "A", jar("a.jar", "abc"));
    Baseline read = BaselineStore.read(Path.of(root + "/" + folder));
    assertThat(read.entries().get(0).jar().orElseThrow().file()).isEqualTo(kept.file());
  }

  @Test
  void theShelfOfTheWorkingFolderIsBesideIt() {
    Path here = Path.of("").toAbsolutePath();
    assertThat(JarShelf.beside(Path.of("")).folder()).isEqualTo(here.resolveSibling("jars"));
    assertThat(JarShelf.beside(Path.of(".")).folder()).isEqualTo(here.resolveSibling("jars"));
    assertThat(JarShelf.beside(Path.of("..")).folder())
        .isEqualTo(here.getParent().resolveSibling("jars"));
    assertThat(JarShelf.beside(Path.of("main")).folder()).isEqualTo(Path.of("jars"));
  }

  @Test
  void aHashHasItsForm() {
    assertThatThrownBy(() -> new KeptJar("ABC", root))
        .hasMessage("sha256 must be 64 digits of 0-9a-f, is ABC");
  }
}
