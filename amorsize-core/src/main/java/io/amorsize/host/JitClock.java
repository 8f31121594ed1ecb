package io.amorsize.host;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/** What the JIT compiler has done since the JVM started. */
public final class JitClock {

  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
  private static final boolean TELLS =
      COMPILER != null && COMPILER.isCompilationTimeMonitoringSupported();

  private JitClock() {}

  /**
   * Milliseconds that its threads have compiled for, in whole compilations; always 0 where the JVM
   * does not tell.
   */
  public static long compiledMillis() {
    return TELLS ? COMPILER.getTotalCompilationTime() : 0;
  }
}
