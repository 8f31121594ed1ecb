package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostProbeTest {

  @Test
  void knowsThisMachine() {
    HostProfile host = HostProbe.current();
    assertThat(host.availableProcessors()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(host.logicalCores()).isGreaterThanOrEqualTo(host.physicalCores());
    assertThat(host.jdkFeature()).isEqualTo(Runtime.version().feature());
    assertThat(host.maxHeapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
    assertThat(host.cpuModel()).isNotBlank();
    assertThat(HostProbe.current()).isSameAs(host);
  }

  @Test
  void refusesAMachineWithoutCores() {
    assertThatThrownBy(() -> new HostProfile("", 0, 1, 1, 0, 0, "", "", "", "", "", 17, List.of()))
        .hasMessage("core counts must be at least 1, are 0, 1 and 1");
  }
}
