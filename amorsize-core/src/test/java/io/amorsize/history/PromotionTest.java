package io.amorsize.history;

import static io.amorsize.history.BaselineStoreTest.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs a baseline may move to, and how one goes away. */
class PromotionTest {

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

  private NewEntry run(String content, Judgement judgement) {
    return run("A", content, judgement);
  }

  private NewEntry run(String cpu, String content, Judgement judgement) {
    Path jar = root.resolve(content + ".jar");
    WholeFile.write(jar, content);
    return NewEntry.of(machine(cpu, 17), NOON.plusSeconds(saves++))
        .withResults(content)
        .withJmh(Optional.of("[]".getBytes(StandardCharsets.UTF_8)))
        .withJar(Optional.of(jar))
        .withOrigin(
            EntryOrigin.of(judgement)
                .withSource("reports/" + content)
                .withCommit(Optional.of("c0ffee"))
                .withMeasuredAt(Optional.of(NOON.minusSeconds(60))));
  }

  private static NewEntry because(NewEntry run, String reason) {
    return run.withOrigin(run.origin().withReason(Optional.of(reason)));
  }

  private Baseline.Entry only(String name) {
    List<Baseline.Entry> entries = store.find(name).orElseThrow().entries();
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  private static String content(Baseline.Entry entry) {
    try {
      return Files.readString(entry.results().orElseThrow());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aRunThatPassedIsPromoted() {
    store.promote("main", run("one", Judgement.PASSED));
    store.promote("main", run("two", Judgement.PASSED));
    Baseline.Entry entry = only("main");
    assertThat(content(entry)).isEqualTo("two");
    assertThat(entry.origin())
        .isEqualTo(
            new EntryOrigin(
                Judgement.PASSED,
                Optional.of("reports/two"),
                Optional.empty(),
                Optional.of("c0ffee"),
                Optional.of(NOON.minusSeconds(60))));
    assertThat(entry.measuredAt()).isEqualTo(NOON.minusSeconds(60));
    assertThat(entry.jar().orElseThrow().verified()).hasContent("two");
  }

  @Test
  void oneThatDidNotPassNeedsAReason() {
    store.promote("main", run("good", Judgement.PASSED));
    assertThatThrownBy(() -> store.promote("main", run("bad", Judgement.FAILED)))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("the run failed its judgement, so 'main' stays as it is")
        .hasMessageContaining("--reason");
    assertThatThrownBy(() -> store.promote("new", run("raw", Judgement.NOT_JUDGED)))
        .hasMessageContaining("nobody judged the run, so 'new' stays as it is");
    assertThat(content(only("main"))).isEqualTo("good");
    assertThat(store.names()).containsExactly("main");
    store.promote("main", because(run("bad", Judgement.FAILED), "we know why"));
    assertThat(content(only("main"))).isEqualTo("bad");
    assertThat(only("main").origin().reason()).contains("we know why");
    assertThat(only("main").origin().judgement()).isEqualTo(Judgement.FAILED);
  }

  @Test
  void aFailedRunReplacesNothingByItself() {
    store.save("fresh", run("bad", Judgement.FAILED));
    assertThatThrownBy(() -> store.save("fresh", run("worse", Judgement.FAILED)))
        .hasMessageContaining("does not replace what 'fresh' holds");
    assertThat(content(only("fresh"))).isEqualTo("bad");
    store.save("fresh", because(run("worse", Judgement.FAILED), "known"));
    assertThat(content(only("fresh"))).isEqualTo("worse");
    store.save("fresh", run("raw", Judgement.NOT_JUDGED));
    assertThat(content(only("fresh"))).isEqualTo("raw");
    store.save("fresh", run("B", "elsewhere", Judgement.FAILED));
    assertThat(store.find("fresh").orElseThrow().entries()).hasSize(2);
  }

  @Test
  void aBaselineMovesToWhatAnotherHolds() throws IOException {
    store.save("rolling", run("A", "one", Judgement.PASSED));
    store.save("rolling", run("B", "two", Judgement.PASSED));
    store.save("anchor", run("A", "old", Judgement.PASSED));
    store.save("anchor", run("C", "kept", Judgement.NOT_JUDGED));
    Files.delete(baselines.resolve("jars").resolve(hash("rolling", "B") + ".jar"));
    Instant later = NOON.plusSeconds(1000);
    Baseline moved =
        store.promote("anchor", store.find("rolling").orElseThrow(), Optional.empty(), later);
    assertThat(moved.entries().stream().map(PromotionTest::content))
        .containsExactlyInAnyOrder("one", "two", "kept");
    assertThat(hash("anchor", "B")).isEqualTo(hash("rolling", "B"));
    assertThat(entry("anchor", "A").jar().orElseThrow().verified()).hasContent("one");
    assertThat(entry("anchor", "A").savedAt()).isEqualTo(later);
    assertThat(entry("anchor", "A").origin().source()).contains("rolling");
    store.remove("rolling");
    assertThat(entry("anchor", "A").jar().orElseThrow().isThere()).isTrue();
  }

  private Baseline.Entry entry(String name, String cpu) {
    return store.find(name).orElseThrow().entries().stream()
        .filter(entry -> entry.environment().cpuModel().equals(cpu))
        .findFirst()
        .orElseThrow();
  }

  private String hash(String name, String cpu) {
    return entry(name, cpu).jar().orElseThrow().sha256();
  }

  @Test
  void aBaselineOfFailedRunsMovesNoOther() {
    store.save("doubtful", run("bad", Judgement.FAILED));
    Baseline doubtful = store.find("doubtful").orElseThrow();
    assertThatThrownBy(() -> store.promote("main", doubtful, Optional.empty(), NOON))
        .hasMessageContaining("'main' stays as it is");
    assertThat(store.find("main")).isEmpty();
    store.promote("main", doubtful, Optional.of("agreed"), NOON);
    assertThat(only("main").origin().reason()).contains("agreed");
  }

  @Test
  void theJarOfWorkloadsIsKeptBesideTheOther() {
    Path workloads = root.resolve("custom.jar");
    WholeFile.write(workloads, "custom");
    NewEntry run = run("one", Judgement.PASSED).withWorkloadsJar(Optional.of(workloads));
    store.save("main", run);
    Baseline.Entry entry = only("main");
    assertThat(entry.workloadsJar().orElseThrow().verified()).hasContent("custom");
    assertThat(entry.jar().orElseThrow().verified()).hasContent("one");
  }

  @Test
  void removesABaselineWithItsJars() throws IOException {
    store.save("main", run("one", Judgement.PASSED));
    store.save("other", run("two", Judgement.PASSED));
    store.remove("main");
    assertThat(store.names()).containsExactly("other");
    assertThat(baselines.resolve("main")).doesNotExist();
    try (Stream<Path> jars = Files.list(baselines.resolve("jars"))) {
      assertThat(jars.map(Path::getFileName))
          .containsExactly(Path.of(only("other").jar().orElseThrow().sha256() + ".jar"));
    }
    assertThatThrownBy(() -> store.remove("main"))
        .hasMessage("there is no baseline 'main' in " + baselines);
    assertThatThrownBy(() -> store.remove("../baselines/other"))
        .hasMessageContaining("there is no baseline");
    assertThat(store.names()).containsExactly("other");
  }

  @Test
  void savesAtOnceLoseNothing() throws InterruptedException, ExecutionException {
    List<NewEntry> runs = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      runs.add(run("CPU " + i, "run" + i, Judgement.PASSED));
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Baseline>> saved = new ArrayList<>();
      runs.forEach(run -> saved.add(pool.submit(() -> store.save("main", run))));
      for (Future<Baseline> each : saved) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    Baseline main = store.find("main").orElseThrow();
    assertThat(main.entries()).hasSize(16);
    main.entries()
        .forEach(
            entry -> assertThat(entry.jar().orElseThrow().verified()).hasContent(content(entry)));
  }
}
