package io.amorsize.jmh.night;

import io.amorsize.history.EntryOrigin.Judgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a night has come.
 *
 * @param startedAt when it began
 * @param command the arguments that began it
 * @param jar SHA-256 of the jar that it measures; empty where it is not known
 * @param workloadsJar SHA-256 of the jar of workload providers; empty where there is none
 * @param commit the commit that is measured, where it is known
 * @param branch its branch, where it is known
 * @param steps the steps that are done, in their order
 * @param end how it ended; empty while it goes on
 */
public record NightState(
    Instant startedAt,
    List<String> command,
    Optional<String> jar,
    Optional<String> workloadsJar,
    Optional<String> commit,
    Optional<String> branch,
    List<StepRecord> steps,
    Optional<End> end) {

  /**
   * How a night ended.
   *
   * @param at when
   * @param judgement what it says of the code
   * @param exitCode what it said to the script that called it
   */
  public record End(Instant at, Judgement judgement, int exitCode) {}

  /** Copies the lists. */
  public NightState {
    command = List.copyOf(command);
    steps = List.copyOf(steps);
  }

  /** Whether a step is done. */
  public boolean isDone(String word) {
    return steps.stream().anyMatch(step -> step.word().equals(word));
  }

  /** The same with one more step done. */
  public NightState with(StepRecord step) {
    List<StepRecord> more = new ArrayList<>(steps);
    more.add(step);
    return new NightState(startedAt, command, jar, workloadsJar, commit, branch, more, end);
  }

  /** The same, ended. */
  public NightState ended(End how) {
    return new NightState(
        startedAt, command, jar, workloadsJar, commit, branch, steps, Optional.of(how));
  }

  /** Whether another call means the same night. */
  boolean isOf(NightState other) {
    return command.equals(other.command)
        && jar.equals(other.jar)
        && workloadsJar.equals(other.workloadsJar);
  }
}
