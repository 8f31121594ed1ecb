package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * What a fork gave.
 *
 * @param rows rows of JMH's result JSON, one for each mode, as JMH wrote them; at least one
 * @param warmups for each row the scores of its warm-up iterations in the row's unit; an empty
 *     array where there was no warm-up or JMH's output does not show a number for each iteration of
 *     it
 * @param elapsed how long the process ran
 */
public record JarForkResult(List<ObjectNode> rows, List<double[]> warmups, Duration elapsed) {

  /** Copies the lists and checks that they fit each other. */
  public JarForkResult {
    rows = List.copyOf(rows);
    warmups = List.copyOf(warmups);
    if (rows.isEmpty() || rows.size() != warmups.size()) {
      throw new IllegalArgumentException(
          "need at least one row and a warm-up for each, are "
              + rows.size()
              + " and "
              + warmups.size());
    }
    if (elapsed.isNegative()) {
      throw new IllegalArgumentException("elapsed must be at least 0, is " + elapsed);
    }
  }
}
