package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.SessionLimits;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A command that measures two sides fork by fork, as far as its arguments say how. */
interface SessionCommand {

  /** What it was told. */
  CommandSpec spec();

  /** The options of the session. */
  SessionOptions session();

  /** The document that it ends in. */
  DocumentOptions document();

  /**
   * What is compared.
   *
   * @param recorded the session that goes on or is repeated, whose jars are taken; empty for the
   *     jars that the arguments name
   * @param folder the session's folder, for what has to be built
   */
  SessionSides sides(Optional<SessionSpec> recorded, Path folder);

  /** What is measured of it. */
  SessionSpec list(JarForks forks, SessionSides sides);

  /**
   * When the session ends.
   *
   * @param budget the time of a session that goes on, in the place of its first
   */
  SessionLimits limits(SessionSides sides, Optional<Duration> budget);

  /** How it is judged. */
  SessionRun.Judging judging();

  /**
   * Does what else was asked for when the session is over.
   *
   * @param folder where it left its results
   * @param code what it ended in
   */
  default void ended(Path folder, ExitCode code) {}
}
