package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NewRun;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunOrigin;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.jmh.shard.ShardFile;
import io.amorsize.jmh.store.HistoryPlace;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.RunEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite that is spread over machines and joined again. */
class ShardedSuiteTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path folder;

  /** Tests have workloads of their own beside these. */
  private static final String STANDARD =
      "cpu_intensive|mixed_workload|memory_intensive|fast_function|variable_time";

  private final RecordedSuites recorded = new RecordedSuites().micros(10_000, 5_000);

  private CommandFixture suite(String name, Object... more) {
    Object[] all =
        Stream.of(
                Stream.of(
                    "suite",
                    "--quick",
                    "--reports",
                    folder.resolve(name),
                    "--baselines",
                    folder.resolve("baselines"),
                    "--history",
                    folder.resolve("history.db")),
                Stream.of(more).anyMatch("--workload"::equals)
                    ? Stream.of()
                    : Stream.of("--workload", STANDARD),
                Stream.of(more))
            .flatMap(part -> part)
            .toArray();
    return CommandFixture.run(recorded::suite, all);
  }

  private Path run(String name) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve(name))) {
      return runs.findFirst().orElseThrow();
    }
  }

  private Path shard(int index, int count) throws IOException {
    String name = "shard" + index;
    suite(name, "--shard", index + "/" + count).exits(ExitCode.OK);
    return run(name);
  }

  private CommandFixture merge(Object... arguments) {
    return CommandFixture.run(Stream.concat(Stream.of("merge"), Stream.of(arguments)).toArray());
  }

  @Test
  void thePartsOfASuiteAreTheSuite() throws IOException {
    List<Path> parts = List.of(shard(1, 2), shard(2, 2));
    Path merged = folder.resolve("merged");
    CommandFixture joined = merge(parts.get(0), parts.get(1), "-o", merged).exits(ExitCode.OK);
    assertThat(joined.err())
        .contains("Joined 2 parts: 5 workloads and 10 rows, in " + merged + ".");
    suite("whole").exits(ExitCode.OK);
    RunFiles whole = RunFiles.of(run("whole"));
    RunFiles now = RunFiles.of(merged);
    assertThat(now.readResults().keySet())
        .containsExactlyInAnyOrderElementsOf(whole.readResults().keySet());
    assertThat(now.readRows("").orElseThrow().rows()).hasSize(10);
    assertThat(merged.resolve(RunFiles.FULL_ROWS)).exists();
    assertThat(now.environment()).isEqualTo(whole.environment());
    CommandFixture.run("compare", run("whole"), merged).exits(ExitCode.OK);
    merge(parts.get(0), parts.get(1), "-o", merged).refusesWith("is there already");
  }

  @Test
  void aMissingPartIsAGapAndOneTwiceADuplicate() throws IOException {
    Path first = shard(1, 3);
    Path third = shard(3, 3);
    CommandFixture gap =
        merge(first, third, third, "-o", folder.resolve("m")).exits(ExitCode.COULD_NOT_TELL);
    assertThat(gap.err())
        .contains("part 2/3 is missing; find out why it did not run [manifest-gap]")
        .containsPattern("no part holds \\w+.*\\[manifest-gap\\]")
        .contains("in more than one part, of which the first was taken:")
        .contains("; something is missing.");
  }

  @Test
  void partsThatWereSplitDifferentlyAreSeen() throws IOException {
    Path first = shard(1, 2);
    Path odd = folder.resolve("odd");
    suite("odd", "--workload", "cpu.*|fast.*|mixed.*", "--shard", "2/2").exits(ExitCode.OK);
    CommandFixture mixed =
        merge(first, run("odd"), "-o", folder.resolve("m")).exits(ExitCode.COULD_NOT_TELL);
    assertThat(mixed.err()).contains("the parts were split differently");
    assertThat(odd).exists();
  }

  /** A history in which workloads took so many seconds. */
  private void remember(Map<String, Double> seconds) {
    Map<String, PerformanceResult> results = new LinkedHashMap<>();
    recorded
        .suite()
        .run(io.amorsize.jmh.runner.SuiteOptions.defaults())
        .forEach(
            (name, result) ->
                results.put(
                    name,
                    result
                        .withMetadata(PerformanceSuite.PROFILE, "quick")
                        .withMetadata(PerformanceSuite.ELAPSED, seconds.get(name))));
    HistoryPlace place = new HistoryPlace(folder.resolve("history.db").toString(), Map.of());
    try (HistoryStore store = place.open(Clock.systemUTC())) {
      store.record(new NewRun(RunOrigin.of("nightly", NOON), RunContent.ofResults(results)));
    }
  }

  @Test
  void theHistoryTellsHowLongWorkloadsTake() throws IOException {
    remember(
        Map.of(
            "cpu_intensive", 5.0,
            "mixed_workload", 40.0,
            "memory_intensive", 5.0,
            "fast_function", 5.0,
            "variable_time", 5.0));
    ShardFile split = ShardFile.read(shard(1, 2)).orElseThrow();
    assertThat(split.split().parts().get(0)).containsExactly("mixed_workload");
    assertThat(split.split().parts().get(1)).hasSize(4);
    assertThat(PerformanceResultJson.read(run("shard1").resolve(RunFiles.RESULTS)))
        .containsOnlyKeys("mixed_workload");
  }

  @Test
  void aPartIsComparedWithItsPartOfABaseline() throws IOException {
    suite("whole", "--save-baseline", "main").exits(ExitCode.OK);
    suite("shard1", "--shard", "1/2", "--strict").exits(ExitCode.OK);
    suite("x", "--shard", "1/2", "--save-baseline", "main")
        .refusesWith("--save-baseline saves whole runs and --shard measures a part");
    suite("x", "--shard", "1/9").refusesWith("there are only 5 workloads");
    suite("x", "--shard", "auto").refusesWith("the environment names no part");
  }

  private Path rows(String name, RowsFile rows) throws IOException {
    return rows.write(folder.resolve(name));
  }

  @Test
  void filesOfJmhBecomeOneFile() throws IOException {
    Path first = rows("1.json", new RowsFile().row("p.A.one", 5).row("p.A.both", 5));
    Path second = rows("2.json", new RowsFile().row("p.A.both", 7).row("p.A.two", 5));
    Path whole = folder.resolve("whole.json");
    CommandFixture joined = merge(first, second, "-o", whole).exits(ExitCode.OK);
    assertThat(joined.err())
        .contains("of which the first was taken: p.A.both [duplicate-rows]")
        .contains("2 parts do not say on which machine it was measured")
        .contains("Joined 2 parts: 3 rows, in " + whole + ".");
    List<String> names = new ArrayList<>();
    new JmhResultReader().read(whole).rows().forEach(row -> names.add(row.key().benchmark()));
    assertThat(names).containsExactly("p.A.one", "p.A.both", "p.A.two");
    Path manifest = Files.writeString(folder.resolve("expected"), "p.A.*\np.B.*\n");
    CommandFixture gap = merge(first, second, "--expect", manifest).exits(ExitCode.COULD_NOT_TELL);
    assertThat(gap.err()).contains("no part holds p.B.*, which is expected");
    assertThat(gap.out()).startsWith("[").contains("p.A.two");
  }

  @Test
  void machinesAreNotMixedSilently() throws IOException {
    Path old = rows("1.json", new RowsFile().row("p.A.one", 5));
    Path young = rows("2.json", new RowsFile().jdk("21.0.5").row("p.A.two", 5));
    merge(old, young).refusesWith("the parts were measured on different machines or JVMs");
    CommandFixture mixed = merge(old, young, "--allow-mixed-hosts").exits(ExitCode.OK);
    assertThat(mixed.err())
        .contains("17.0.9 against OpenJDK 64-Bit Server VM 21.0.5 [environment-differs]");

    Path first = shard(1, 2);
    Path second = shard(2, 2);
    RunEnvironment here = RunFiles.of(second).environment().orElseThrow();
    RunEnvironment there =
        new RunEnvironment(
            "Other CPU",
            here.cores(),
            here.os(),
            here.architecture(),
            here.kernel(),
            here.jdkVendor(),
            here.jdkFeature(),
            here.jvmArgs());
    RunFiles.writeEnvironment(second, there);
    Path merged = folder.resolve("merged");
    merge(first, second, "-o", merged).refusesWith("CPU " + here.cpuModel() + " against Other CPU");
    merge(first, second, "-o", merged, "--allow-mixed-hosts").exits(ExitCode.OK);
    assertThat(merged.resolve(RunFiles.ENVIRONMENT)).doesNotExist();
  }

  @Test
  void refusesWhatIsNoPart() throws IOException {
    Path file = rows("1.json", new RowsFile().row("p.A.one", 5));
    Path results = shard(1, 2).resolve(RunFiles.RESULTS);
    merge(file, results).refusesWith("join parts of one run");
    merge(file, folder.resolve("missing.json")).refusesWith("there is no such file");
    merge(file, folder).refusesWith("folders and files cannot be joined");
    merge(folder, "-o", folder.resolve("m")).refusesWith("is no run's folder");
    merge(folder).refusesWith("folders are joined into a folder; name it with -o");
  }
}
