package io.amorsize.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadSpecTest {

  private static WorkloadSpec.Builder<Integer, Integer> doubling() {
    return WorkloadSpec.builder("doubling", x -> 2 * x, n -> Collections.nCopies(n, 21), 10);
  }

  @Test
  void hasTheDocumentedDefaults() {
    WorkloadSpec<Integer, Integer> spec = doubling().build();
    assertThat(spec.description()).isEmpty();
    assertThat(spec.expectedWorkloadType()).isEqualTo(WorkloadType.CPU_BOUND);
    assertThat(spec.minSpeedup()).isEqualTo(1.0);
    assertThat(spec.maxExecutionTime()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void makesItsItems() {
    assertThat(doubling().build().items()).hasSize(10).containsOnly(21);
  }

  @Test
  void isLimitedToFewerItemsAndNeverExtended() {
    WorkloadSpec<Integer, Integer> spec = doubling().description("d").build();
    assertThat(spec.limitedTo(3).items()).hasSize(3);
    assertThat(spec.limitedTo(3).description()).isEqualTo("d");
    assertThat(spec.limitedTo(99)).isSameAs(spec);
  }

  @Test
  void saysWhatIsOutOfRange() {
    assertThatThrownBy(() -> doubling().minSpeedup(0).build())
        .hasMessage("minSpeedup must be a positive finite number, is 0.0");
    assertThatThrownBy(() -> doubling().maxExecutionTime(Duration.ZERO).build())
        .hasMessage("maxExecutionTime must be positive, is PT0S");
    assertThatThrownBy(() -> WorkloadSpec.builder(" ", x -> x, n -> List.of(), 1).build())
        .hasMessage("name must not be blank");
    assertThatThrownBy(() -> WorkloadSpec.builder("a", x -> x, n -> List.of(), 0).build())
        .hasMessage("dataSize must be at least 1, is 0");
  }

  @Test
  void typesFollowTheShareOfCpuTime() {
    assertThat(WorkloadType.ofCpuShare(1)).isEqualTo(WorkloadType.CPU_BOUND);
    assertThat(WorkloadType.ofCpuShare(0.7)).isEqualTo(WorkloadType.CPU_BOUND);
    assertThat(WorkloadType.ofCpuShare(0.69)).isEqualTo(WorkloadType.MIXED);
    assertThat(WorkloadType.ofCpuShare(0.3)).isEqualTo(WorkloadType.MIXED);
    assertThat(WorkloadType.ofCpuShare(0.29)).isEqualTo(WorkloadType.IO_BOUND);
  }

  @Test
  void typesHaveTheirWordsForFiles() {
    assertThat(WorkloadType.values())
        .extracting(WorkloadType::label)
        .containsExactly("cpu_bound", "io_bound", "mixed");
  }
}
