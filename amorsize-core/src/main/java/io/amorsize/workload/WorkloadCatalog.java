package io.amorsize.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The workloads that a name can be resolved to: the standard ones, then those of providers. */
public final class WorkloadCatalog {

  private final Map<String, WorkloadSpec<?, ?>> byName;

  private WorkloadCatalog(Map<String, WorkloadSpec<?, ?>> byName) {
    this.byName = byName;
  }

  /**
   * Collects the workloads of every provider that a class loader sees.
   *
   * @param loader where to look for providers
   * @param seed seed for generated data
   * @throws IllegalArgumentException if two workloads have one name
   * @throws java.util.ServiceConfigurationError if a provider cannot be loaded
   */
  public static WorkloadCatalog load(ClassLoader loader, long seed) {
    Map<String, WorkloadSpec<?, ?>> byName = new LinkedHashMap<>();
    add(byName, StandardWorkloads.all(seed), StandardWorkloads.class);
    for (WorkloadProvider provider : ServiceLoader.load(WorkloadProvider.class, loader)) {
      add(byName, provider.workloads(seed), provider.getClass());
    }
    return new WorkloadCatalog(byName);
  }

  private static void add(
      Map<String, WorkloadSpec<?, ?>> byName, List<WorkloadSpec<?, ?>> specs, Class<?> origin) {
    for (WorkloadSpec<?, ?> spec : specs) {
      if (byName.putIfAbsent(spec.name(), spec) != null) {
        throw new IllegalArgumentException(
            "workload '"
                + spec.name()
                + "' of "
                + origin.getName()
                + " has the name of another workload; names must be unique");
      }
    }
  }

  /** All workloads, the standard ones first. */
  public List<WorkloadSpec<?, ?>> all() {
    return new ArrayList<>(byName.values());
  }

  /**
   * Whether a forked JVM would find the same workload by its name: same code, and no more items
   * than its provider names.
   */
  public boolean contains(WorkloadSpec<?, ?> spec) {
    return find(spec.name())
        .filter(known -> known.function().getClass() == spec.function().getClass())
        .filter(known -> known.dataGenerator().getClass() == spec.dataGenerator().getClass())
        .filter(known -> known.dataSize() >= spec.dataSize())
        .isPresent();
  }

  /** The workload of this name, if there is one. */
  public Optional<WorkloadSpec<?, ?>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
