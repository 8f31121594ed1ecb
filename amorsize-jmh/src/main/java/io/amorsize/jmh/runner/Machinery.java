package io.amorsize.jmh.runner;

import io.amorsize.doctor.Depth;
import io.amorsize.doctor.Doctor;
import io.amorsize.doctor.HealthReport;
import io.amorsize.ruler.CpuRuler;
import io.amorsize.ruler.RulerReading;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The slow and changing things behind a suite; tests put recorded ones in their place.
 *
 * @param clock tells when a result was recorded
 * @param ruler measures what the host gives to a number of threads
 * @param planner makes a planner that prints to a log
 * @param forks makes a runner of forks that prints to a log
 * @param doctor looks at the host before a suite runs
 */
record Machinery(
    Clock clock,
    IntFunction<RulerReading> ruler,
    BiFunction<SuiteOptions, PrintStream, Planner> planner,
    BiFunction<SuiteOptions, PrintStream, ForkRunner> forks,
    Function<SuiteOptions, HealthReport> doctor) {

  /** The system's clock, this host, and JVMs that are really forked. */
  static Machinery real() {
    return new Machinery(
        Clock.systemUTC(),
        new CpuRuler()::read,
        // The session has put the jar of workloads on the class path already.
        (options, log) ->
            new ForkedPlanner(
                options.seed(), options.profile(), options.jvmArgs(), Optional.empty(), log),
        (options, log) -> new JmhForkRunner(ForkJvm.measuringArgs(options.jvmArgs()), log),
        options ->
            Doctor.ofJvmsWith(ForkJvm.measuringArgs(options.jvmArgs())).examine(Depth.QUICK));
  }
}
