package io.amorsize.jmh.night;

import io.amorsize.doctor.HealthReport;
import io.amorsize.jmh.interleaved.SessionListener;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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
}
