package io.amorsize.jmh.night;

import io.amorsize.doctor.HealthReport;
import io.amorsize.history.JarShelf;
import io.amorsize.history.KeptJar;
import io.amorsize.jmh.interleaved.SessionListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A night with all that its steps work with.
 *
 * @param folder its folder
 * @param state how it began
 * @param settings how it is judged and kept
 * @param measurement what is measured
 * @param tools what it is measured with
 */
public record Night(
    NightFolder folder,
    NightState state,
    NightSettings settings,
    NightMeasurement measurement,
    Tools tools) {

  /**
   * The changing things.
   *
   * @param clock tells the time of day
   * @param nanoTime measures time
   * @param doctor examines the host; empty where nobody asks
   * @param forks runs forks of jars
   * @param listener hears how a session goes on
   */
  public record Tools(
      Clock clock,
      LongSupplier nanoTime,
      Optional<Supplier<HealthReport>> doctor,
      ForkTools forks,
      SessionListener listener) {}

  /** The shelf of the jars that nights measured. */
  static JarShelf shelf(Path nights) {
    return JarShelf.under(nights);
  }

  /** The jar that is measured, kept; empty where it is not known. */
  Optional<KeptJar> jar() {
    return state.jar().map(shelf(settings.nights())::jar);
  }

  /** The jar of workload providers, kept; empty where there is none. */
  Optional<KeptJar> workloadsJar() {
    return state.workloadsJar().map(shelf(settings.nights())::jar);
  }

  /** The jars of a class path, those that run first. */
  static List<Path> classPath(Optional<KeptJar> jar, Optional<KeptJar> workloads) {
    return Stream.concat(jar.stream(), workloads.stream()).map(KeptJar::verified).toList();
  }
}
