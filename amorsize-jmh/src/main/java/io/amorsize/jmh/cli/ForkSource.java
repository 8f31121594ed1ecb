package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarForks;
import java.io.PrintStream;
import java.nio.file.Path;

/** Makes what runs forks; tests give one that replays. */
interface ForkSource {

  /**
   * Makes it.
   *
   * @param log takes what JMH prints
   * @param work where a running fork keeps its files
   */
  JarForks open(PrintStream log, Path work);
}
