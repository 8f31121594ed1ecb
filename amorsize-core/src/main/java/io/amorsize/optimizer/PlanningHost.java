package io.amorsize.optimizer;

import io.amorsize.host.JitClock;
import io.amorsize.host.KernelLines;
import io.amorsize.host.RunQueue;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongSupplier;

/**
 * What planning asks of the machine; a test gives one of its own.
 *
 * @param nanoClock the clock
 * @param dispatchNanos cost of handing work to so many threads and gathering them
 * @param others threads of other processes that run or could run now
 * @param compiledMillis milliseconds that the JIT compiler has worked since the JVM started
 * @param processors processors of the machine
 */
public record PlanningHost(
    LongSupplier nanoClock,
    IntToDoubleFunction dispatchNanos,
    IntSupplier others,
    LongSupplier compiledMillis,
    int processors) {

  /** Checks the range. */
  public PlanningHost {
    if (processors < 1) {
      throw new IllegalArgumentException("processors must be at least 1, is " + processors);
    }
  }

  /** This machine, which is looked at once in the life of the JVM. */
  public static PlanningHost current() {
    return ThisMachine.HOST;
  }

  private static final class ThisMachine {
    static final PlanningHost HOST =
        new PlanningHost(
            System::nanoTime,
            DispatchCost::recentNanos,
            RunQueue::others,
            JitClock::compiledMillis,
            KernelLines.processors());
  }
}
