package io.amorsize.jmh.cli;

import io.amorsize.doctor.HealthReport;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.night.ForkTools;
import io.amorsize.jmh.night.GivenMeasurement;
import io.amorsize.jmh.night.JarMeasurement;
import io.amorsize.jmh.night.Night;
import io.amorsize.jmh.night.NightEnd;
import io.amorsize.jmh.night.NightLock;
import io.amorsize.jmh.night.NightMeasurement;
import io.amorsize.jmh.night.NightRun;
import io.amorsize.jmh.night.NightSettings;
import io.amorsize.jmh.night.NightStart;
import io.amorsize.jmh.night.SuiteMeasurement;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A whole night. */
@Command(
    name = NightlyCommand.NAME,
    description = {
      "Examines the host, measures the suite or a JMH jar, records the run, compares it with the"
          + " rolling baseline and the anchor, measures suspects again with both jars in one"
          + " session, looks at the trend, reports, and lets the rolling baseline follow if nothing"
          + " got slower. A night that was killed goes on where it was."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar nightly",
      "Example: java -jar benchmarks.jar nightly --jar app-benchmarks.jar -- 'Parser.*'",
      "Example: java -jar benchmarks.jar nightly --measured reports/merged",
      "",
      "The variable AMORSIZE_WEBHOOK may name a URL that is told how the night ended."
    })
final class NightlyCommand implements Callable<Integer> {

  static final String NAME = "nightly";

  private final Terminal terminal;
  private final NightTools tools;
  private final NightProgress progress;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private NightOptions nights;
  @Mixin private NightMeasureOptions measuring;
  @Mixin private SuiteSelection suite;
  @Mixin private BaselineOptions baselines;
  @Mixin private JudgementOptions judgement;
  @Mixin private RowOptions rows;
  @Mixin private NightHistory history;

  @Parameters(arity = "0..*", hidden = true, description = "JMH's arguments behind --.")
  private List<String> positions = List.of();

  NightlyCommand(Terminal terminal, NightTools tools) {
    this.terminal = terminal;
    this.tools = tools;
    this.progress = new NightProgress(terminal, () -> document.showsProgress(terminal));
  }

  @Override
  public Integer call() {
    CommandTokens tokens = CommandTokens.of(spec);
    requireNothingElse(tokens);
    measuring.requireConsistent(!tokens.jmhArguments().isEmpty());
    JmhArguments jmh = JmhArguments.parse(tokens.jmhArguments());
    requireMeasurable(jmh);
    document.requireWritable();
    NightSettings settings = settings();
    if (measuring.isDryRun()) {
      NightDryRun dry = dryRun(settings, jmh);
      document.write(terminal, dry.report(), dry::json);
      return ExitCode.OK.value();
    }
    NightLock.Taken taken =
        NightLock.acquire(nights.folder(), tools.owner(), tools.clock(), NightTools::lives);
    try {
      taken.takenOver().ifPresent(terminal::say);
      return run(settings, jmh).value();
    } finally {
      taken.lock().close();
    }
  }

  /** What cannot be measured is told before a night begins. */
  private void requireMeasurable(JmhArguments jmh) {
    if (measuring.measured().isPresent()) {
      RunFiles.of(measuring.measured().get());
    } else if (measuring.jar().isPresent()) {
      measuring.forks(jmh.forks());
    } else {
      suite.of(suite.workloads().catalog());
    }
  }

  private NightDryRun dryRun(NightSettings settings, JmhArguments jmh) {
    if (measuring.measured().isPresent()) {
      return NightDryRun.of(settings, measuring.measured().get());
    }
    if (measuring.jar().isPresent()) {
      JarSide side = JarSide.of(measuring.jar().get().toString());
      return NightDryRun.of(settings, side, jmh, measuring.forks(jmh.forks()), tools.forks());
    }
    return NightDryRun.of(settings, suite.of(suite.workloads().catalog()), measuring.profile());
  }

  private void requireNothingElse(CommandTokens tokens) {
    if (positions.size() > tokens.jmhArguments().size()) {
      throw new ResultFormatException(
          "'" + positions.get(0) + "' is no option; a jar is named with --jar");
    }
  }

  private ExitCode run(NightSettings settings, JmhArguments jmh) {
    SourceOptions.Source source = history.source(terminal.variables());
    NightStart.Measured measured =
        new NightStart.Measured(jar(), suite.workloads().jar(), source.commit(), source.branch());
    NightStart.Begun begun =
        new NightStart(nights.folder(), nights.isResumed(), tools.clock(), terminal::say)
            .begin(CommandTokens.of(spec).command(), measured);
    NightWebhook webhook = new NightWebhook(terminal);
    try {
      NightMeasurement measurement = measurement(begun, jmh);
      Night.Tools nightTools =
          new Night.Tools(
              tools.clock(), tools.nanoTime(), doctor(measurement), forkTools(), progress);
      Night night = new Night(begun.folder(), begun.state(), settings, measurement, nightTools);
      return finish(new NightRun(night, progress::line).run(), webhook);
    } catch (ResultFormatException | BenchmarkFailedException e) {
      webhook.stopped(begun.folder().id(), e);
      throw e;
    }
  }

  /** The doctor of the JVMs that measure. */
  private Optional<Supplier<HealthReport>> doctor(NightMeasurement measurement) {
    List<String> jvmArgs =
        measurement.again().map(again -> again.side().jvmArgs()).orElse(List.of());
    return nights.asksDoctor()
        ? Optional.of(() -> tools.doctor().apply(jvmArgs))
        : Optional.empty();
  }

  /** The jar that is measured; of rows alone that are given, nobody knows it. */
  private Optional<Path> jar() {
    boolean foreign =
        measuring.measured().filter(run -> RunFiles.of(run).results().isEmpty()).isPresent();
    return measuring.jar().or(() -> foreign ? Optional.empty() : tools.programJar());
  }

  private ExitCode finish(NightEnd end, NightWebhook webhook) {
    ExitCode code =
        ExitCode.of(
            end.runFailed(),
            judgement.fails(end.regressed(), end.hasOpenSuspects()),
            end.couldNotTell());
    end.finish(tools.clock().instant(), code.value());
    document.write(terminal, Document.of(end.report(), end::json).withPage(end::page));
    webhook.ended(end);
    return code;
  }

  private NightSettings settings() {
    rows.requireWholeForks();
    LocalDate today = LocalDate.now(tools.clock());
    return new NightSettings(
        nights.folder(),
        nights.bases(baselines),
        new NightSettings.Judging(
            rows.ruleWith(judgement.threshold(), today, baselines.acceptedFile()),
            rows.selection(),
            today,
            judgement.isStrict()),
        measuring.confirming(),
        history.of(terminal, tools.clock()),
        nights.keeping());
  }

  private NightMeasurement measurement(NightStart.Begun begun, JmhArguments jmh) {
    Optional<JarSide> side = begun.side();
    if (measuring.measured().isPresent()) {
      Optional<NightMeasurement.Again> again =
          side.map(known -> new NightMeasurement.Again(known, jmh));
      Path run = measuring.measured().get();
      return measuring.jar().isPresent()
          ? new GivenMeasurement(run, again)
          : new GivenMeasurement(run, suite(side).again());
    }
    if (measuring.jar().isPresent()) {
      NightMeasurement.Again again = new NightMeasurement.Again(side.orElseThrow(), jmh);
      return new JarMeasurement(again, measuring.forks(jmh.forks()), forkTools(), progress);
    }
    return suite(side);
  }

  private SuiteMeasurement suite(Optional<JarSide> side) {
    return suite.measurement(tools.suites(), measuring.profile(), side, progress);
  }

  private ForkTools forkTools() {
    return new ForkTools(
        tools.forks()::open,
        tools.lock(),
        StopSignal::heededBy,
        measuring.memory(),
        measuring.forkTimeout());
  }
}
