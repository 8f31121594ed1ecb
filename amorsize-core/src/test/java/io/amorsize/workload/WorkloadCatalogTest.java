package io.amorsize.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadCatalogTest {

  private static final ClassLoader LOADER = WorkloadCatalogTest.class.getClassLoader();

  /** A provider whose workload has a name of its own. */
  public static final class Own implements WorkloadProvider {
    @Override
    public List<WorkloadSpec<?, ?>> workloads(long seed) {
      return List.of(
          WorkloadSpec.builder("own", x -> x, n -> Collections.nCopies(n, seed), 5).build());
    }
  }

  /** A provider that takes a standard workload's name. */
  public static final class Clashing implements WorkloadProvider {
    @Override
    public List<WorkloadSpec<?, ?>> workloads(long seed) {
      return List.of(
          WorkloadSpec.builder("cpu_intensive", x -> x, n -> Collections.nCopies(n, 1), 5).build());
    }
  }

  @TempDir Path folder;

  @Test
  void holdsTheStandardWorkloads() {
    WorkloadCatalog catalog = WorkloadCatalog.load(LOADER, 1);
    assertThat(catalog.find("fast_function")).isPresent();
    assertThat(catalog.find("none")).isEmpty();
  }

  @Test
  void findsProviders() throws IOException {
    try (URLClassLoader loader = loaderWith(Own.class)) {
      WorkloadCatalog catalog = WorkloadCatalog.load(loader, 7);
      assertThat(catalog.all()).hasSize(6);
      assertThat(catalog.find("own").orElseThrow().items()).allMatch(item -> item.equals(7L));
    }
  }

  @Test
  void refusesTwoWorkloadsOfOneName() throws IOException {
    try (URLClassLoader loader = loaderWith(Clashing.class)) {
      assertThatThrownBy(() -> WorkloadCatalog.load(loader, 7))
          .hasMessageContaining("workload 'cpu_intensive'")
          .hasMessageContaining("names must be unique");
    }
  }

  @Test
  void knowsWhatAForkWouldFindByName() {
    WorkloadCatalog catalog = WorkloadCatalog.load(LOADER, 1);
    WorkloadSpec<?, ?> standard = StandardWorkloads.all(1).get(0);
    assertThat(catalog.contains(standard)).isTrue();
    assertThat(catalog.contains(standard.limitedTo(3))).isTrue();
    WorkloadSpec<Integer, Integer> sameName =
        WorkloadSpec.<Integer, Integer>builder(
                "cpu_intensive", x -> x + 1, n -> Collections.nCopies(n, 1), 5)
            .build();
    assertThat(catalog.contains(sameName)).isFalse();
  }

  private URLClassLoader loaderWith(Class<? extends WorkloadProvider> provider) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(WorkloadProvider.class.getName()), provider.getName());
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, LOADER);
  }
}
