package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.jmh.shard.ExpectedTimes;
import io.amorsize.jmh.shard.Shard;
import io.amorsize.jmh.shard.ShardFile;
import io.amorsize.jmh.shard.ShardSplit;
import io.amorsize.result.ResultFormatException;
import io.amorsize.workload.WorkloadSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which part of a suite this machine measures. */
final class ShardOptions {

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = {
        "Measure only part I of N, from 1 on, for 'merge' to join; auto takes I and N from a"
            + " Kubernetes Indexed Job (with AMORSIZE_SHARDS), GitLab, CircleCI or Buildkite. The"
            + " history tells how long workloads take."
      })
  private String text;

  @Mixin private HistoryOptions history;

  boolean isGiven() {
    return text != null;
  }

  /**
   * The part, and what all parts measure; empty where the whole is measured.
   *
   * @throws ResultFormatException in one sentence, if there are more parts than workloads
   */
  Optional<ShardFile> of(
      List<WorkloadSpec<?, ?>> workloads, RunProfile profile, Terminal terminal) {
    if (text == null) {
      return Optional.empty();
    }
    Shard shard = Shard.parse(text, terminal.variables());
    if (shard.count() > workloads.size()) {
      throw new ResultFormatException(
          "--shard "
              + shard
              + ": there are only "
              + workloads.size()
              + " workloads, so that some parts would be empty; use fewer parts");
    }
    ExpectedTimes times = times(profile, terminal);
    Map<String, Duration> expected = new LinkedHashMap<>();
    workloads.forEach(
        spec ->
            expected.put(spec.name(), times.of(spec.name()).orElseGet(profile::expectedWorkload)));
    return Optional.of(new ShardFile(shard, ShardSplit.of(expected, shard.count())));
  }

  /** All parts must know the same history, else they split differently. */
  private ExpectedTimes times(RunProfile profile, Terminal terminal) {
    if (!history.place(terminal).mayExist()) {
      return new ExpectedTimes();
    }
    try (HistoryStore store = history.open(terminal, Clock.systemUTC())) {
      return ExpectedTimes.of(store, profile.label());
    }
  }
}
