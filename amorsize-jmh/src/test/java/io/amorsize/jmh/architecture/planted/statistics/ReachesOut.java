package io.amorsize.jmh.architecture.planted.statistics;

import io.amorsize.jmh.architecture.planted.other.ReachesBack;
import picocli.CommandLine.Command;

/** Breaks every fence on purpose: a rule that lets this pass guards nothing. */
@Command(name = "planted")
public final class ReachesOut {

  private final org.openjdk.jmh.runner.options.TimeValue time =
      org.openjdk.jmh.runner.options.TimeValue.NONE;

  /** Prints, which only the command line may. */
  public void print(ReachesBack other) {
    System.out.println(time + " " + other.name());
  }
}
