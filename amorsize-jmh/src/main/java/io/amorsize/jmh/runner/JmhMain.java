package io.amorsize.jmh.runner;

import java.io.IOException;

/** JMH's own command line. */
public final class JmhMain {

  private JmhMain() {}

  /**
   * Runs JMH as its own main class would; on a failed run it ends the JVM with JMH's exit code.
   *
   * @param args JMH's arguments, untouched
   */
  public static void run(String[] args) throws IOException {
    org.openjdk.jmh.Main.main(args);
  }
}
