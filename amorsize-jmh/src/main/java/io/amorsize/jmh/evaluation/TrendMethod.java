package io.amorsize.jmh.evaluation;

import java.util.List;

/** A way to tell where a row changed. */
interface TrendMethod {

  /** What it is, in words. */
  String label();

  /**
   * The nights from which on a row is different.
   *
   * @param suite the nights
   * @param nights only so many of them, the first, are known yet
   * @param row the row
   */
  List<Integer> changes(PlayedNights suite, int nights, int row);
}
