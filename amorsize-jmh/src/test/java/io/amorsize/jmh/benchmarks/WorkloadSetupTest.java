package io.amorsize.jmh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.execution.ExecutionPlan;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkloadSetupTest {

  @BeforeEach
  void fewItems() {
    System.setProperty(WorkloadSetup.MAX_ITEMS, "20");
  }

  @AfterEach
  void clear() {
    System.clearProperty(WorkloadSetup.MAX_ITEMS);
    System.clearProperty(WorkloadSetup.SEED);
  }

  private static List<?> serial(String workload) {
    return WorkloadSetup.prepare(workload, null, null, null).runSerial();
  }

  @Test
  void serialAndParallelGiveTheSame() {
    WorkloadSetup<?, ?> setup = WorkloadSetup.prepare("cpu_intensive", "2", "3", "auto");
    assertThat(setup.runPlanned().equals(setup.runSerial())).isTrue();
    assertThat(setup.runPlanned().size()).isEqualTo(20);
  }

  @Test
  void autoAsksTheOptimizer() {
    assertThat(WorkloadSetup.prepare("fast_function", "auto", "auto", "auto").runPlanned().size())
        .isEqualTo(20);
    assertThat(WorkloadSetup.prepare("fast_function", "auto", "2", "auto").runPlanned().size())
        .isEqualTo(20);
  }

  @Test
  void theExecutorIsGivenOrChosen() {
    assertThat(plan("2", "3", "auto")).isEqualTo(ExecutionPlan.platform(2, 3));
    assertThat(plan("2", "3", "platform")).isEqualTo(ExecutionPlan.platform(2, 3));
    assertThat(plan("2", "3", "virtual")).isEqualTo(ExecutionPlan.virtual(2, 3));
    assertThat(plan("1", "3", "virtual").isSerial()).isTrue();
    assertThat(plan("auto", "auto", "serial")).isEqualTo(ExecutionPlan.serial(20));
    assertThatThrownBy(() -> plan("2", "3", "process"))
        .hasMessage("executor must be serial, platform, virtual or auto, is process");
    assertThatThrownBy(() -> plan("2", "3", "serial"))
        .hasMessage("executor serial does not fit nJobs 2");
  }

  private static ExecutionPlan plan(String nJobs, String chunkSize, String executor) {
    return WorkloadSetup.prepare("fast_function", nJobs, chunkSize, executor).planned();
  }

  @Test
  void theSeedChangesTheData() {
    List<?> first = serial("fast_function");
    System.setProperty(WorkloadSetup.SEED, "7");
    assertThat(serial("fast_function").equals(first)).isFalse();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> serial("none"))
        .hasMessageStartingWith("there is no workload 'none'; there are [cpu_intensive");
    assertThatThrownBy(() -> WorkloadSetup.prepare("fast_function", "many", "1", "auto"))
        .hasMessage("nJobs must be a whole number or auto, is many");
    assertThatThrownBy(() -> WorkloadSetup.prepare("differs", "2", "1", "auto"))
        .hasMessage("workload 'differs': the parallel result differs from the serial one");
  }

  @Test
  void everyBenchmarkClassNamesAStandardWorkload() {
    assertThat(
            List.of(
                new CpuIntensive(),
                new MixedWorkload(),
                new MemoryIntensive(),
                new FastFunction(),
                new VariableTime()))
        .extracting(WorkloadBenchmark::workloadName)
        .containsExactly(
            "cpu_intensive",
            "mixed_workload",
            "memory_intensive",
            "fast_function",
            "variable_time");
  }
}
