package io.amorsize.workload;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A workload to be planned, measured and judged: a function, its data and what is expected of it.
 *
 * @param <T> type of an item
 * @param <R> type of a result
 * @param name short name, unique among the workloads of a run
 * @param description what the workload tests
 * @param function the function to run on every item; pure, and safe to call from several threads
 * @param dataGenerator makes the given number of items, the same ones at every call
 * @param dataSize number of items, at least 1
 * @param expectedWorkloadType what the function is expected to spend its time on
 * @param minSpeedup the smallest acceptable speedup over a serial loop, above 0
 * @param maxExecutionTime the longest acceptable time for one pass over all items
 */
public record WorkloadSpec<T, R>(
    String name,
    String description,
    Function<? super T, ? extends R> function,
    IntFunction<List<T>> dataGenerator,
    int dataSize,
    WorkloadType expectedWorkloadType,
    double minSpeedup,
    Duration maxExecutionTime) {

  /** Checks the ranges. */
  public WorkloadSpec {
    requireNonNull(name, "name is null");
    requireNonNull(description, "description is null");
    requireNonNull(function, "function is null");
    requireNonNull(dataGenerator, "dataGenerator is null");
    requireNonNull(expectedWorkloadType, "expectedWorkloadType is null");
    requireNonNull(maxExecutionTime, "maxExecutionTime is null");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    if (dataSize < 1) {
      throw new IllegalArgumentException("dataSize must be at least 1, is " + dataSize);
    }
    if (!(minSpeedup > 0) || Double.isInfinite(minSpeedup)) {
      throw new IllegalArgumentException(
          "minSpeedup must be a positive finite number, is " + minSpeedup);
    }
    if (maxExecutionTime.isNegative() || maxExecutionTime.isZero()) {
      throw new IllegalArgumentException(
          "maxExecutionTime must be positive, is " + maxExecutionTime);
    }
  }

  /** The workload's items, {@link #dataSize()} of them. */
  public List<T> items() {
    return dataGenerator.apply(dataSize);
  }

  /**
   * The same workload on fewer items.
   *
   * @param maxItems the most items wanted, at least 1
   */
  public WorkloadSpec<T, R> limitedTo(int maxItems) {
    if (maxItems >= dataSize) {
      return this;
    }
    return new WorkloadSpec<>(
        name,
        description,
        function,
        dataGenerator,
        maxItems,
        expectedWorkloadType,
        minSpeedup,
        maxExecutionTime);
  }

  /** Starts a specification of a function and of the data that it runs on. */
  public static <T, R> Builder<T, R> builder(
      String name,
      Function<? super T, ? extends R> function,
      IntFunction<List<T>> dataGenerator,
      int dataSize) {
    return new Builder<>(name, function, dataGenerator, dataSize);
  }

  /**
   * Collects the optional attributes of a {@link WorkloadSpec}; defaults are no description,
   * computing, a minimum speedup of 1 and at most 60 seconds.
   */
  public static final class Builder<T, R> {
    private final String name;
    private final Function<? super T, ? extends R> function;
    private final IntFunction<List<T>> dataGenerator;
    private final int dataSize;
    private String description = "";
    private WorkloadType expectedWorkloadType = WorkloadType.CPU_BOUND;
    private double minSpeedup = 1.0;
    private Duration maxExecutionTime = Duration.ofSeconds(60);

    private Builder(
        String name,
        Function<? super T, ? extends R> function,
        IntFunction<List<T>> dataGenerator,
        int dataSize) {
      this.name = name;
      this.function = function;
      this.dataGenerator = dataGenerator;
      this.dataSize = dataSize;
    }

    /** What the workload tests. */
    public Builder<T, R> description(String value) {
      description = value;
      return this;
    }

    /** What the function is expected to spend its time on. */
    public Builder<T, R> expectedWorkloadType(WorkloadType value) {
      expectedWorkloadType = value;
      return this;
    }

    /** The smallest acceptable speedup over a serial loop. */
    public Builder<T, R> minSpeedup(double value) {
      minSpeedup = value;
      return this;
    }

    /** The longest acceptable time for one pass over all items. */
    public Builder<T, R> maxExecutionTime(Duration value) {
      maxExecutionTime = value;
      return this;
    }

    /**
     * The specification.
     *
     * @throws IllegalArgumentException if an attribute is out of its range
     */
    public WorkloadSpec<T, R> build() {
      return new WorkloadSpec<>(
          name,
          description,
          function,
          dataGenerator,
          dataSize,
          expectedWorkloadType,
          minSpeedup,
          maxExecutionTime);
    }
  }
}
