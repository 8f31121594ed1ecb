package io.amorsize.jmh.cli;

import io.amorsize.history.EntryOrigin;
import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.history.NewEntry;
import io.amorsize.jmh.build.CommitBuilds;
import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.RowSelection;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Runs two JMH jars fork by fork, interleaved, until it is decided. */
@Command(
    name = AbCommand.NAME,
    description = {
      "Runs two JMH jars, or one under two settings, a fork of each in turn, and stops each row as"
          + " soon as it is decided. What stands behind -- goes to JMH."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar ab old.jar new.jar -- 'Parser.*' -t 4",
      "Example: java -jar benchmarks.jar ab app.jar --candidate-jvm-args -XX:+UseParallelGC",
      "Example: java -jar benchmarks.jar ab --git main..HEAD --build 'mvn -q package'",
      "Example: java -jar benchmarks.jar ab --baseline main new.jar",
      "Example: java -jar benchmarks.jar ab --resume reports/ab-20260131-230000"
    })
final class AbCommand extends SessionCommand {

  static final String NAME = "ab";

  private static final String BUILD_LOG = "build.log";

  @Mixin private CommitOptions commits;
  @Mixin private SaveBaseline saveBaseline;

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description = "The jar that this baseline keeps is OLD.jar.")
  private String baseline;

  @Parameters(
      arity = "0..*",
      paramLabel = "JAR",
      description = "OLD.jar and NEW.jar, or one jar for both sides; class paths will do too.")
  private List<String> positions = new ArrayList<>();

  AbCommand(Terminal terminal, ForkSource forkSource) {
    super(terminal, forkSource);
  }

  @Override
  public Integer call() {
    return start().run(NAME, this).value();
  }

  @Override
  SessionSides sides(Optional<SessionSpec> recorded, Path folder) {
    CommandTokens tokens = CommandTokens.of(spec);
    JmhArguments jmh = JmhArguments.parse(tokens.jmhArguments());
    List<String> jars = positions.subList(0, positions.size() - tokens.jmhArguments().size());
    if (recorded.isPresent()) {
      return new SessionSides(
          sideOptions
              .base(JarSide.of(recorded.get().base().classPath()))
              .withLabel(recorded.get().base().label()),
          sideOptions
              .candidate(JarSide.of(recorded.get().candidate().classPath()))
              .withLabel(recorded.get().candidate().label()),
          jmh);
    }
    if (commits.isGiven()) {
      return built(jars, jmh, folder);
    }
    if (baseline != null) {
      return againstBaseline(jars, jmh);
    }
    requireTwoSides(jars);
    return new SessionSides(
        sideOptions.base(JarSide.of(jars.get(0))),
        sideOptions.candidate(JarSide.of(jars.get(jars.size() - 1))),
        jmh);
  }

  /** The old side is called by the name of its baseline, since its jar has none. */
  private SessionSides againstBaseline(List<String> jars, JmhArguments jmh) {
    if (jars.size() != 1) {
      throw new ParameterException(
          spec.commandLine(), "--baseline keeps the old jar; name NEW.jar alone beside it");
    }
    Path old =
        new JarSource("OLD.jar NEW.jar instead of --baseline", folder -> Optional.empty())
            .find(baseline, baselines)
            .orElseThrow(() -> withoutJar());
    return new SessionSides(
        sideOptions.base(JarSide.of(old.toString()).withLabel(baseline)),
        sideOptions.candidate(JarSide.of(jars.get(0))),
        jmh);
  }

  private ResultFormatException withoutJar() {
    return baselines.store().find(baseline).isEmpty()
        ? baselines.unknown(baseline)
        : new ResultFormatException(
            "baseline '"
                + baseline
                + "' keeps no jar; save it again with --jar, or name OLD.jar and NEW.jar");
  }

  private SessionSides built(List<String> jars, JmhArguments jmh, Path folder) {
    if (!jars.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--git builds its jars itself; leave out " + jars.get(0));
    }
    // What is wrong with the limits is said before two builds.
    session.limits(jmh, judgement.isStrict(), Optional.empty());
    try (PrintStream log = SessionRun.log(folder, BUILD_LOG, terminal, session.isVerbose())) {
      CommitBuilds.Pair pair = commits.build(log, terminal::say);
      return new SessionSides(
          sideOptions.base(side(pair.base())), sideOptions.candidate(side(pair.head())), jmh);
    }
  }

  private static JarSide side(CommitBuilds.BuiltJar built) {
    return JarSide.of(built.jar().toString()).withLabel(built.label());
  }

  private void requireTwoSides(List<String> jars) {
    if (jars.isEmpty() || jars.size() > 2) {
      throw new ParameterException(
          spec.commandLine(),
          (jars.isEmpty() ? "a jar is missing" : "more than two jars")
              + ": name OLD.jar and NEW.jar; what JMH is to get stands behind --");
    }
    if (jars.size() == 1 && !sideOptions.setApart()) {
      throw new ParameterException(
          spec.commandLine(),
          "one jar needs two settings, such as --candidate-jvm-args, or name a second jar");
    }
  }

  @Override
  SessionSpec list(JarForks forks, SessionSides sides) {
    List<String> command = CommandTokens.of(spec).command();
    return selected(sides.list(forks, command, session.seed()), rows.selection());
  }

  private static SessionSpec selected(SessionSpec listed, RowSelection selection) {
    List<PairedUnit> units =
        listed.units().stream().filter(unit -> selection.takes(unit.base().key())).toList();
    if (units.isEmpty()) {
      throw new ResultFormatException(
          "--include and --exclude leave none of " + listed.units().size() + " benchmarks");
    }
    return listed.withUnits(units);
  }

  @Override
  SessionRun.Judging judging() {
    saveBaseline.requireName();
    return SessionRun.judging(judgement, rows).knowing(noise());
  }

  @Override
  void ended(Path folder, ExitCode code) {
    boolean complete = code == ExitCode.OK || code == ExitCode.REGRESSION;
    if (!saveBaseline.isGiven()) {
      return;
    }
    if (!complete) {
      terminal.say("No baseline was saved, since the session did not come to its end.");
      return;
    }
    Path candidate = new SessionFolder(folder).results(SessionSide.CANDIDATE);
    JarSide side = sides(Optional.of(new SessionFolder(folder).spec()), folder).candidate();
    BaselineRun run = BaselineRun.read(candidate, ReadLimits.DEFAULT);
    NewEntry entry =
        run.entry(Instant.now())
            .measuredIn(side.environment())
            .withJar(side.jar())
            .withOrigin(
                EntryOrigin.of(code == ExitCode.OK ? Judgement.PASSED : Judgement.FAILED)
                    .withSource(candidate.toString()));
    saveBaseline.save(entry, candidate, run.what(), baselines, terminal);
  }
}
