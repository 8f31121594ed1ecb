package io.amorsize.jmh.contest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that keep cores busy until they are closed, as a neighbour would. */
public final class BusyCores implements AutoCloseable {

  private final List<Process> processes = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param cores how many, 0 for none
   * @throws IOException if a process cannot be started
   */
  public BusyCores(int cores) throws IOException {
    for (int i = 0; i < cores; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  BusyLoop.class.getName())
              .start());
    }
  }

  /** How many cores are kept busy. */
  public int count() {
    return processes.size();
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }

  /** The loop; it ends with the program that started it. */
  public static final class BusyLoop {
    private BusyLoop() {}

    /** Computes until the parent process is gone. */
    public static void main(String[] args) {
      ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
      long z = 1;
      while (z != 0 && parent.isAlive()) {
        z = ContestFunctions.mix(50_000_000) | 1;
      }
    }
  }
}
