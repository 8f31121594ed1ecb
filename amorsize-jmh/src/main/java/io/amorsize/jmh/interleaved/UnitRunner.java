package io.amorsize.jmh.interleaved;

import io.amorsize.jmh.runner.BenchmarkFailedException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Runs the forks of units, and keeps what is finished. */
public final class UnitRunner {

  private final JarForks forks;
  private final SessionSides sides;
  private final SessionFolder folder;
  private final WarmupMemory memory;
  private final Duration forkTimeout;
  private volatile boolean stopped;

  /** A runner of a session's units. */
  public UnitRunner(
      JarForks forks,
      SessionSides sides,
      SessionFolder folder,
      WarmupMemory memory,
      Duration forkTimeout) {
    this.forks = forks;
    this.sides = sides;
    this.folder = folder;
    this.memory = memory;
    this.forkTimeout = forkTimeout;
  }

  /** Kills what runs; nothing runs any more. */
  public void stop() {
    stopped = true;
    forks.stop();
  }

  boolean isStopped() {
    return stopped;
  }

  /** Takes up a unit where an earlier run of the session left it. */
  UnitState recall(PairedUnit unit, int number) {
    UnitState state = new UnitState(unit, number);
    folder.plan(number).ifPresent(state::planned);
    folder.failure(number).ifPresent(state::failed);
    return state;
  }

  /**
   * Adds a pair to a unit: the forks that are kept already, else new ones.
   *
   * @throws BenchmarkFailedException if the session was stopped
   */
  void addPair(UnitState unit, long seed, SessionListener listener) {
    int pair = unit.pairs() + 1;
    Map<SessionSide, JarForkResult> finished = new EnumMap<>(SessionSide.class);
    for (SessionSide side : order(seed, unit.number(), pair)) {
      Optional<JarForkResult> kept = folder.fork(unit.number(), pair, side);
      Optional<JarForkResult> fork = kept.or(() -> measured(unit, pair, side, listener));
      if (fork.isEmpty()) {
        return;
      }
      finished.put(side, fork.get());
    }
    unit.addPair(finished);
    listener.measured(unit.unit(), pair);
  }

  /**
   * Adds a fork of the base alone to a unit: the one that is kept already, else a new one.
   *
   * @throws BenchmarkFailedException if the session was stopped
   */
  void addFork(UnitState unit, SessionListener listener) {
    int number = unit.pairs() + 1;
    Optional<JarForkResult> kept = folder.fork(unit.number(), number, SessionSide.BASE);
    Optional<JarForkResult> fork =
        kept.or(() -> measured(unit, number, SessionSide.BASE, listener));
    fork.ifPresent(
        finished -> {
          unit.addPair(Map.of(SessionSide.BASE, finished));
          listener.measured(unit.unit(), number);
        });
  }

  /** Whether the next pair of a unit stands in the folder already. */
  boolean hasNextPair(UnitState unit) {
    for (SessionSide side : SessionSide.values()) {
      if (folder.fork(unit.number(), unit.pairs() + 1, side).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Optional<JarForkResult> measured(
      UnitState unit, int pair, SessionSide side, SessionListener listener) {
    Optional<ForkIterations> iterations = iterations(unit, listener);
    if (iterations.isEmpty()) {
      return Optional.empty();
    }
    listener.measuring(unit.unit(), pair, side);
    Optional<JarForkResult> fork =
        twice(unit, listener, () -> run(unit.unit(), side, iterations.get()));
    fork.ifPresent(result -> folder.keep(unit.number(), pair, side, result));
    return fork;
  }

  private Optional<ForkIterations> iterations(UnitState unit, SessionListener listener) {
    if (unit.plan().isEmpty()) {
      String key = key(unit.unit());
      Optional<UnitPlan> plan = memory.find(key);
      if (plan.isEmpty()) {
        listener.planning(unit.unit());
        plan = twice(unit, listener, () -> plan(unit.unit()));
        plan.ifPresent(found -> memory.keep(key, found));
      }
      plan.ifPresent(
          found -> {
            folder.keep(unit.number(), found);
            unit.planned(found);
          });
    }
    return unit.plan().map(UnitPlan::iterations);
  }

  /** A pilot of the base, and of the candidate too where it runs on another JVM. */
  private UnitPlan plan(PairedUnit unit) {
    UnitPlanner planner = new UnitPlanner(sides.arguments());
    UnitPlan plan = planner.plan(wanted -> run(unit, SessionSide.BASE, wanted));
    return sides.runAlike(unit)
        ? plan
        : plan.forBoth(planner.plan(wanted -> run(unit, SessionSide.CANDIDATE, wanted)));
  }

  /** What runs is tried once more when it fails; then its unit has failed. */
  private <T> Optional<T> twice(UnitState unit, SessionListener listener, Supplier<T> what) {
    try {
      return Optional.of(what.get());
    } catch (BenchmarkFailedException first) {
      requireGoingOn(first);
      listener.note(first.getMessage() + "; trying once more");
    }
    try {
      return Optional.of(what.get());
    } catch (BenchmarkFailedException again) {
      requireGoingOn(again);
      unit.failed(again.getMessage());
      folder.keepFailure(unit.number(), again.getMessage());
      listener.note(again.getMessage() + "; left out from here on");
      return Optional.empty();
    }
  }

  private void requireGoingOn(BenchmarkFailedException cause) {
    if (stopped) {
      throw cause;
    }
  }

  private JarForkResult run(PairedUnit unit, SessionSide side, ForkIterations iterations) {
    JarSide on = sides.side(side).withParams(Map.of());
    List<String> jmhArgs = sides.arguments().passedOnWith(unit.arguments());
    return forks.run(new JarForkRequest(on, unit.unit(side), iterations, jmhArgs, forkTimeout));
  }

  private String key(PairedUnit unit) {
    String arguments = String.join(" ", sides.arguments().passedOnWith(unit.arguments()));
    String base = unit.base() + " " + arguments + " on " + sides.base().jvm();
    return sides.runAlike(unit)
        ? base
        : base + ", " + unit.candidate() + " on " + sides.candidate().jvm();
  }

  private static List<SessionSide> order(long seed, int unit, int pair) {
    long mixed = seed * 31 + unit * 1_000_003L + pair;
    boolean baseFirst = new SplittableRandom(mixed).nextBoolean();
    return baseFirst
        ? List.of(SessionSide.BASE, SessionSide.CANDIDATE)
        : List.of(SessionSide.CANDIDATE, SessionSide.BASE);
  }
}
