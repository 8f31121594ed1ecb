package io.amorsize.execution;

import java.util.Arrays;
import java.util.Optional;

/** Who runs the chunks of a plan. */
public enum ExecutorType {
  /** The calling thread alone. */
  SERIAL("serial"),
  /** The calling thread and platform threads of the shared pool. */
  PLATFORM("platform"),
  /**
   * The calling thread and virtual threads, one for each further job; on a JVM without them (before
   * 21) the same as {@link #PLATFORM}.
   */
  VIRTUAL("virtual");

  private final String label;

  ExecutorType(String label) {
    this.label = label;
  }

  /** The word used in files: {@code serial}, {@code platform} or {@code virtual}. */
  public String label() {
    return label;
  }

  /** The type that a file's word names; empty for a word of another tool. */
  public static Optional<ExecutorType> of(String label) {
    return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
  }

  /** Whether this JVM runs plans of this type as they say. */
  public boolean isSupported() {
    return this != VIRTUAL || VirtualThreads.isSupported();
  }
}
