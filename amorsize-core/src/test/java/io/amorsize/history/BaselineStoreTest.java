package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineStoreTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path root;

  private BaselineStore store;

  @BeforeEach
  void open() {
    store = new BaselineStore(root.resolve("baselines"));
  }

  static RunEnvironment machine(String cpu, int jdk) {
    return new RunEnvironment(cpu, 2, "Linux", "amd64", "6.1", "Debian", jdk, List.of());
  }

  static NewEntry entry(
      RunEnvironment environment, String results, Instant at, Optional<Path> jar) {
    return NewEntry.of(environment, at)
        .withResults(results)
        .withJmh(Optional.of("[]".getBytes(StandardCharsets.UTF_8)))
        .withJar(jar);
  }

  private Baseline save(String name, RunEnvironment environment, String results, Instant at) {
    return store.save(name, entry(environment, results, at, Optional.empty()));
  }

  @Test
  void findsWhatItSaved() {
    assertThat(store.names()).isEmpty();
    assertThat(store.find("main")).isEmpty();
    save("main", machine("A", 17), "results", NOON);
    assertThat(store.names()).containsExactly("main");
    Baseline.Entry entry = store.find("main").orElseThrow().entries().get(0);
    assertThat(entry.environment()).isEqualTo(machine("A", 17));
    assertThat(entry.savedAt()).isEqualTo(NOON);
    assertThat(entry.results().orElseThrow()).hasContent("results");
    assertThat(entry.jmh().orElseThrow()).hasContent("[]");
    assertThat(BaselineStore.isBaseline(root.resolve("baselines/main"))).isTrue();
  }

  @Test
  void replacesTheEntryOfTheSameMachineAndKeepsOthers() throws IOException {
    save("main", machine("A", 17), "old", NOON);
    save("main", machine("B", 17), "other", NOON);
    Baseline saved = save("main", machine("A", 17), "new", NOON.plusSeconds(1));
    assertThat(saved.entries()).hasSize(2);
    assertThat(
            saved
                .entryFor(Optional.of(machine("A", 17)), entry -> true)
                .orElseThrow()
                .results()
                .orElseThrow())
        .hasContent("new");
    assertThat(
            saved
                .entryFor(Optional.of(machine("B", 17)), entry -> true)
                .orElseThrow()
                .results()
                .orElseThrow())
        .hasContent("other");
    assertThat(
            saved
                .entryFor(Optional.of(machine("B", 21)), entry -> true)
                .orElseThrow()
                .results()
                .orElseThrow())
        .hasContent("other");
    try (Stream<Path> children = Files.list(root.resolve("baselines/main"))) {
      assertThat(children).hasSize(3);
    }
  }

  @Test
  void aSaveThatWasKilledLeavesTheOldBaselineAndIsSweptByTheNext() throws IOException {
    save("main", machine("A", 17), "old", NOON);
    Path halfWritten = root.resolve("baselines/main/abc-123");
    WholeFile.write(halfWritten.resolve("performance_results.json"), "half");
    Path begun = Files.writeString(halfWritten.resolve(".jmh-result.json.7-1.tmp"), "[");
    Path manifest =
        Files.writeString(root.resolve("baselines/main/.baseline.json.7-2.tmp"), "{\"schema");
    Path note = root.resolve("baselines/main/notes/why.txt");
    WholeFile.write(note, "kept by hand");
    assertThat(begun).exists();
    assertThat(store.find("main").orElseThrow().entries().get(0).results().orElseThrow())
        .hasContent("old");
    save("main", machine("A", 17), "new", NOON.plusSeconds(1));
    assertThat(halfWritten).doesNotExist();
    assertThat(manifest).doesNotExist();
    assertThat(note).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", ".hidden", "a/b", "a\\b", "a b", "\u00e4"})
  void refusesNamesThatAreNone(String name) {
    assertThat(BaselineStore.isName(name)).isFalse();
    assertThat(store.find(name)).isEmpty();
    assertThatThrownBy(() -> save(name, machine("A", 17), "x", NOON))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("cannot be a baseline's name");
  }

  @Test
  void refusesAFileOutsideItsFolder() {
    Path folder = root.resolve("baselines/bad");
    WholeFile.write(
        folder.resolve(BaselineStore.MANIFEST),
        """
        {"schema": "amorsize.baseline/1", "name": "bad", "entries": [
          {"saved_at": "2026-01-31T12:00:00Z", "environment": {}, "results": "../../etc/passwd"}]}
        """);
    assertThatThrownBy(() -> BaselineStore.read(folder))
        .hasMessageContaining("entries[0].results must name a file inside the baseline's folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"schema\": \"amorsize.baseline/9\", \"entries\": []}"
            + "| schema must be amorsize.baseline/1",
        "{\"schema\": \"amorsize.baseline/1\", \"entries\": []}| entries must not be empty",
        "{\"schema\": \"amorsize.baseline/1\", \"entries\": [{\"environment\": {}, \"saved_at\":"
            + " \"noon\"}]}| entries[0].saved_at must be a time",
        "{\"schema\": \"amorsize.baseline/1\", \"entries\": [{\"environment\": {}, \"saved_at\":"
            + " \"2026-01-31T12:00:00Z\", \"jar\": \"../x\"}]}| entries[0].jar must be the SHA-256",
        "[]| the file must be an object, is []",
      })
  void tellsWhatIsWrongWithAManifest(String contentAndMessage) {
    String[] parts = contentAndMessage.split("\\|");
    Path manifest = root.resolve("baselines/bad").resolve(BaselineStore.MANIFEST);
    WholeFile.write(manifest, parts[0]);
    assertThatThrownBy(() -> BaselineStore.read(manifest.getParent()))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(manifest.toString())
        .hasMessageContaining(parts[1].strip());
  }

  @Test
  void aBaselineNeedsAnEntry() {
    assertThatThrownBy(() -> new Baseline("a", root, List.of()))
        .hasMessage("a baseline needs at least one entry");
  }
}
