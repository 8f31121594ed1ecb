package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.SessionLimits;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that measures two sides fork by fork, as far as its arguments say how. */
abstract class SessionCommand implements Callable<Integer> {

  final Terminal terminal;
  final ForkSource forkSource;

  @Spec CommandSpec spec;
  @Mixin DocumentOptions document;
  @Mixin SessionOptions session;
  @Mixin SideOptions sideOptions;
  @Mixin JudgementOptions judgement;
  @Mixin RowOptions rows;
  @Mixin BaselineOptions baselines;
  @Mixin HistoryOptions history;

  SessionCommand(Terminal terminal, ForkSource forkSource) {
    this.terminal = terminal;
    this.forkSource = forkSource;
  }

  /** What it was told. */
  final CommandSpec spec() {
    return spec;
  }

  /** The options of the session. */
  final SessionOptions session() {
    return session;
  }

  /** The document that it ends in. */
  final DocumentOptions document() {
    return document;
  }

  /**
   * What is compared.
   *
   * @param recorded the session that goes on or is repeated, whose jars are taken; empty for the
   *     jars that the arguments name
   * @param folder the session's folder, for what has to be built
   */
  abstract SessionSides sides(Optional<SessionSpec> recorded, Path folder);

  /** What is measured of it. */
  abstract SessionSpec list(JarForks forks, SessionSides sides);

  /**
   * When the session ends.
   *
   * @param budget the time of a session that goes on, in the place of its first
   */
  final SessionLimits limits(SessionSides sides, Optional<Duration> budget) {
    return session.limits(sides.arguments(), judgement.isStrict(), budget);
  }

  /** How it is judged. */
  abstract SessionRun.Judging judging();

  /** What is known of the noise of this host, for the judgement. */
  final HostNoise noise() {
    return new HostNoise(terminal, baselines, history);
  }

  /** Begins the session, or goes on with one. */
  final SessionStart start() {
    return new SessionStart(terminal, forkSource);
  }

  /**
   * Does what else was asked for when the session is over.
   *
   * @param folder where it left its results
   * @param code what it ended in
   */
  void ended(Path folder, ExitCode code) {}
}
