package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** Tells JMH's results from those of workloads, an object from a workload's name to its result. */
final class WorkloadShape {

  private static final Set<String> WORKLOAD_KEYS =
      Set.of("workload_name", "optimizer_result", "benchmark_result");
  private static final Set<String> JMH_KEYS =
      Set.of("benchmark", "jmhVersion", "mode", "primaryMetric");

  private WorkloadShape() {}

  /** Whether the value here is the result of a workload; an object is read to its end. */
  static boolean isHere(JsonCursor cursor) throws IOException {
    boolean workload = false;
    if (cursor.token() == JsonToken.START_OBJECT) {
      while (cursor.next() != JsonToken.END_OBJECT) {
        workload |= WORKLOAD_KEYS.contains(cursor.text());
        cursor.next();
        cursor.skip();
      }
    }
    return workload;
  }

  /** Whether the file is an object of workloads' results; reads no further than needed. */
  static boolean isWholeFile(JsonCursor cursor) throws IOException {
    if (cursor.next() != JsonToken.START_OBJECT) {
      return false;
    }
    while (cursor.next() == JsonToken.FIELD_NAME) {
      if (JMH_KEYS.contains(cursor.text())) {
        return false;
      }
      cursor.next();
      if (isHere(cursor)) {
        return true;
      }
      cursor.skip();
    }
    return false;
  }
}
