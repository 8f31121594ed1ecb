package io.amorsize.doctor;

import io.amorsize.execution.ParallelMap;
import io.amorsize.ruler.CpuRuler;
import io.amorsize.ruler.RulerReading;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * The slow and changing things behind the checks; tests put scripted ones in their place.
 *
 * @param nanoClock the clock that measures
 * @param cpuClock CPU time of the calling thread in nanoseconds, below 0 where there is none
 * @param pause waits for some nanoseconds
 * @param patience a helping thread that takes longer to come is not coming
 * @param runner the executor
 * @param ruler measures what the host gives to a number of threads
 */
record Instruments(
    LongSupplier nanoClock,
    LongSupplier cpuClock,
    LongConsumer pause,
    Duration patience,
    MapRunner runner,
    IntFunction<RulerReading> ruler) {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  /** This JVM's. */
  static Instruments real() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    boolean cpuTime = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    return new Instruments(
        System::nanoTime,
        cpuTime ? threads::getCurrentThreadCpuTime : () -> -1,
        LockSupport::parkNanos,
        PATIENCE,
        ParallelMap::map,
        new CpuRuler()::read);
  }
}
