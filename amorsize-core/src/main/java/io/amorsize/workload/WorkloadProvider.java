package io.amorsize.workload;

import java.util.List;

/**
 * Names workloads to the harness; found by {@link java.util.ServiceLoader}, so that a forked JVM
 * can find the same workload by its name.
 *
 * <p>An implementation is a public class with a public constructor without parameters, named in
 * {@code META-INF/services/io.amorsize.workload.WorkloadProvider}.
 */
public interface WorkloadProvider {

  /**
   * The workloads.
   *
   * @param seed seed for generated data: the same seed gives the same items in every JVM
   */
  List<WorkloadSpec<?, ?>> workloads(long seed);
}
