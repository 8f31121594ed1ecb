package io.amorsize.verdict;

import io.amorsize.unit.Better;

/** What is compared of two results of a workload. */
public enum WorkloadMetric {
  /** Measured speedup, a factor. */
  SPEEDUP("speedup", "speedup", Better.HIGHER),
  /** Accuracy of the prediction, in percent. */
  ACCURACY("accuracy", "accuracy_percent", Better.HIGHER),
  /** Time of one pass under the plan, in seconds. */
  EXECUTION_TIME("execution_time", "execution_time_seconds", Better.LOWER);

  private final String label;
  private final String valueKey;
  private final Better better;

  WorkloadMetric(String label, String valueKey, Better better) {
    this.label = label;
    this.valueKey = valueKey;
    this.better = better;
  }

  /** The metric in files: {@code speedup}, {@code accuracy} or {@code execution_time}. */
  public String label() {
    return label;
  }

  /** The key of a value in files, after {@code baseline_} or {@code current_}. */
  public String valueKey() {
    return valueKey;
  }

  /** Which way is better. */
  public Better better() {
    return better;
  }
}
