package io.amorsize.execution;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Virtual threads (JEP 444) where the JVM has them. They are in Java from version 21, and this code
 * is compiled for 17, so they are reached through method handles.
 */
final class VirtualThreads {

  /** In 19 and 20 the methods exist but are a preview that throws. */
  private static final int FIRST_VERSION = 21;

  private static final Optional<ThreadFactory> FACTORY =
      Runtime.version().feature() >= FIRST_VERSION ? Optional.of(factory()) : Optional.empty();

  private VirtualThreads() {}

  /** Whether this JVM has virtual threads. */
  static boolean isSupported() {
    return FACTORY.isPresent();
  }

  /**
   * Starts a task on a new virtual thread, which inherits nothing of the calling thread.
   *
   * @return an invitation that need not be taken back: a thread that finds nothing to do ends
   * @throws UnsupportedOperationException if this JVM has no virtual threads
   */
  static Helpers.Invitation invite(Runnable task) {
    FACTORY
        .orElseThrow(() -> new UnsupportedOperationException("virtual threads need Java 21"))
        .newThread(task)
        .start();
    return () -> {};
  }

  /** {@code Thread.ofVirtual().name(..).inheritInheritableThreadLocals(false).factory()}. */
  private static ThreadFactory factory() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandle made =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual));
      MethodHandle named =
          lookup.findVirtual(
              builder, "name", MethodType.methodType(builder, String.class, long.class));
      MethodHandle bare =
          lookup.findVirtual(
              builder,
              "inheritInheritableThreadLocals",
              MethodType.methodType(builder, boolean.class));
      MethodHandle factory =
          lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class));
      Object threads = bare.invoke(named.invoke(made.invoke(), "amorsize-virtual-", 1L), false);
      return (ThreadFactory) factory.invoke(threads);
    } catch (Throwable e) { // a method handle may throw anything
      throw new ExceptionInInitializerError(e);
    }
  }
}
