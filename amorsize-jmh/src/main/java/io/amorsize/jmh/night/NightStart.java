package io.amorsize.jmh.night;

import io.amorsize.history.JarShelf;
import io.amorsize.history.KeptJar;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.runner.TimedFolder;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Begins a night, or finds the one that goes on. */
public final class NightStart {

  /** A night that began longer ago is not the one that is called again. */
  private static final Duration ONE_NIGHT = Duration.ofHours(12);

  private static final String RESUME = "--resume";

  private final Path nights;
  private final boolean resume;
  private final Clock clock;
  private final Consumer<String> say;

  /**
   * A start.
   *
   * @param nights the folder of all nights
   * @param resume whether the last night that did not end must go on
   * @param clock tells the time of day
   * @param say is told what a person should know
   */
  public NightStart(Path nights, boolean resume, Clock clock, Consumer<String> say) {
    this.nights = nights;
    this.resume = resume;
    this.clock = clock;
    this.say = say;
  }

  /**
   * What is measured.
   *
   * @param jar the jar of benchmarks; empty where it is not known
   * @param workloads the jar of workload providers; empty where there is none
   * @param commit the commit, where it is known
   * @param branch its branch, where it is known
   */
  public record Measured(
      Optional<Path> jar,
      Optional<Path> workloads,
      Optional<String> commit,
      Optional<String> branch) {}

  /**
   * A night that has begun.
   *
   * @param folder its folder
   * @param state how far it has come
   * @param side the jars that it measures, kept; empty where they are not known
   */
  public record Begun(NightFolder folder, NightState state, Optional<JarSide> side) {}

  /**
   * Begins a night, or takes up the one that did not end.
   *
   * @param command the arguments, the command's name first
   * @throws ResultFormatException in one sentence, if there is none to take up and there must be
   */
  public Begun begin(List<String> command, Measured measured) {
    JarShelf shelf = JarShelf.under(nights);
    Optional<KeptJar> jar = measured.jar().map(shelf::keep);
    Optional<KeptJar> workloads = measured.workloads().map(shelf::keep);
    List<String> arguments = new ArrayList<>(Secrets.hidden(command));
    arguments.remove(RESUME);
    Instant now = clock.instant();
    NightState fresh =
        new NightState(
            now,
            arguments,
            jar.map(KeptJar::sha256),
            workloads.map(KeptJar::sha256),
            measured.commit(),
            measured.branch(),
            List.of(),
            Optional.empty());
    Optional<NightFolder> open = unfinished(fresh);
    NightFolder folder = open.orElseGet(() -> freshFolder(now));
    if (open.isEmpty()) {
      folder.write(fresh);
    }
    return new Begun(folder, folder.state(), side(jar, workloads));
  }

  /** The last night, if it did not end and is meant. */
  private Optional<NightFolder> unfinished(NightState fresh) {
    Optional<NightFolder> last = new OldNights(nights).latestFirst().stream().findFirst();
    Optional<NightFolder> open = last.filter(night -> night.state().end().isEmpty());
    if (open.isEmpty()) {
      if (resume) {
        throw new ResultFormatException(
            "--resume: the last night in " + nights + " ended, or there is none");
      }
      return Optional.empty();
    }
    NightState then = open.get().state();
    boolean same = then.isOf(fresh);
    if (resume && !same) {
      throw new ResultFormatException(
          "--resume: night "
              + open.get().id()
              + " was begun with other arguments or another jar: "
              + String.join(" ", then.command()));
    }
    boolean recent = Duration.between(then.startedAt(), fresh.startedAt()).compareTo(ONE_NIGHT) < 0;
    boolean goesOn = resume || (same && recent);
    say.accept(
        goesOn
            ? "Going on with night " + open.get().id() + ", which did not end."
            : "Night " + open.get().id() + " did not end; this is a new one.");
    return open.filter(night -> goesOn);
  }

  private NightFolder freshFolder(Instant now) {
    LocalDateTime began = LocalDateTime.ofInstant(now, clock.getZone());
    return new NightFolder(TimedFolder.fresh(nights, "", began));
  }

  private static Optional<JarSide> side(Optional<KeptJar> jar, Optional<KeptJar> workloads) {
    if (jar.isEmpty()) {
      return Optional.empty();
    }
    JarSide first = JarSide.of(jar.get().verified().toString());
    return Optional.of(
        workloads
            .map(more -> first.withJars(List.of(jar.get().verified(), more.verified())))
            .orElse(first));
  }
}
