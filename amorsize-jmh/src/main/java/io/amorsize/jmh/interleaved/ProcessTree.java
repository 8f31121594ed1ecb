package io.amorsize.jmh.interleaved;

import java.util.List;

/** A process and all that it started. */
final class ProcessTree {

  private ProcessTree() {}

  /**
   * Kills a process with its descendants. They are listed first, since those of a dead process
   * cannot be found; the process itself dies first, since it could start the next fork.
   */
  static void kill(ProcessHandle root) {
    List<ProcessHandle> descendants = root.descendants().toList();
    root.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
