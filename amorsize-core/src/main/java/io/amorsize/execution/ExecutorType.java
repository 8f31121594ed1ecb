package io.amorsize.execution;

/** Who runs the chunks of a plan. */
public enum ExecutorType {
  /** The calling thread alone. */
  SERIAL("serial"),
  /** The calling thread and platform threads of the shared pool. */
  PLATFORM("platform");

  private final String label;

  ExecutorType(String label) {
    this.label = label;
  }

  /** The word used in files: {@code serial} or {@code platform}. */
  public String label() {
    return label;
  }
}
