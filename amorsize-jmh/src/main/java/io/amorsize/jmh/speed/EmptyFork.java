package io.amorsize.jmh.speed;

/** A JVM that does nothing. */
public final class EmptyFork {

  private EmptyFork() {}

  /** Does nothing. */
  public static void main(String[] args) {}
}
