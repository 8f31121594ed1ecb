package io.amorsize.execution;

/** Is told on each thread of a run when it begins and ends its part. */
public interface WorkerListener {

  /** Nobody is told anything. */
  WorkerListener NONE =
      new WorkerListener() {
        @Override
        public void began() {}

        @Override
        public void ended() {}
      };

  /** The current thread is about to take its first chunk. */
  void began();

  /** The current thread found no chunk left, or the run was cancelled. */
  void ended();
}
