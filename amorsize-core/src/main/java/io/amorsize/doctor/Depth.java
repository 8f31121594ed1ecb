package io.amorsize.doctor;

/** How long the doctor looks. */
public enum Depth {
  /** Under half a second on most machines. */
  QUICK(5, 21, 5),
  /** About two seconds: a neighbour that comes and goes is seen. */
  FULL(25, 101, 15);

  private final int rulerReadings;
  private final int wakeUps;
  private final int dispatchRounds;

  Depth(int rulerReadings, int wakeUps, int dispatchRounds) {
    this.rulerReadings = rulerReadings;
    this.wakeUps = wakeUps;
    this.dispatchRounds = dispatchRounds;
  }

  int rulerReadings() {
    return rulerReadings;
  }

  int wakeUps() {
    return wakeUps;
  }

  int dispatchRounds() {
    return dispatchRounds;
  }
}
