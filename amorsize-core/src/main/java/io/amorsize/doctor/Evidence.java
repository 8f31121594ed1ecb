package io.amorsize.doctor;

import static java.util.Objects.requireNonNull;

import io.amorsize.host.HostActivity;
import io.amorsize.host.HostFacts;
import io.amorsize.host.HostProfile;
import io.amorsize.ruler.RulerReading;
import java.util.List;

/**
 * All that the checks look at.
 *
 * @param facts what the host gives, and how the JVM was started
 * @param activity what happened on the host while the rest was measured
 * @param clocks the clocks of the JVM
 * @param pool the executor and its threads
 * @param rulers how many cores fixed work got, time after time; none where the JVM has only one
 */
record Evidence(
    HostFacts facts,
    HostActivity activity,
    ClockReading clocks,
    PoolReading pool,
    List<RulerReading> rulers) {

  Evidence {
    requireNonNull(facts, "facts is null");
    requireNonNull(activity, "activity is null");
    requireNonNull(clocks, "clocks is null");
    requireNonNull(pool, "pool is null");
    rulers = List.copyOf(rulers);
  }

  HostProfile profile() {
    return facts.profile();
  }

  JvmFlags flags() {
    return new JvmFlags(facts.profile().jvmArgs());
  }
}
