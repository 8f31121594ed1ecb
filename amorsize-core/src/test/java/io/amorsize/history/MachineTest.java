package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.host.HostProfile;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RunEnvironment;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MachineTest {

  private static Machine of(Optional<RunEnvironment> where, RowSettings settings) {
    RecordedRun run =
        new RecordedRun("0".repeat(64), Histories.origin(1).measuredIn(where), Instant.EPOCH, 1, 0);
    Measurements measured = new Measurements(MetricUnit.parse("s"), List.of(Fork.of(1)));
    return Machine.of(new SeriesPoint(run, measured, Better.LOWER, settings));
  }

  private static RowSettings jdk(String version) {
    return new RowSettings(
        Optional.empty(),
        Optional.of(version),
        Optional.of("GraalVM"),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void isWhatWasRecordedOfIt() {
    Machine machine = of(Optional.of(Histories.machine("EPYC")), RowSettings.UNKNOWN);
    assertThat(machine).isEqualTo(new Machine("EPYC", 4, 17, "Debian"));
    assertThat(machine).hasToString("EPYC, 4 cores, JDK 17 (Debian)");
    assertThat(machine.isKnown()).isTrue();
  }

  @Test
  void theJvmThatMeasuredCountsBeforeTheOneThatAsked() {
    assertThat(of(Optional.of(Histories.machine("EPYC")), jdk("21.0.2")).jdk()).isEqualTo(21);
  }

  @Test
  void jmhsJsonKnowsTheJvmAlone() {
    Machine machine = of(Optional.empty(), jdk("1.8.0_202"));
    assertThat(machine).isEqualTo(new Machine("", 0, 8, "GraalVM"));
    assertThat(machine).hasToString("unknown CPU, JDK 8 (GraalVM)");
    assertThat(machine.isKnown()).isFalse();
    assertThat(of(Optional.empty(), jdk("25-ea")).jdk()).isEqualTo(25);
    assertThat(of(Optional.empty(), jdk("unknown"))).hasToString("unknown CPU, GraalVM");
  }

  @Test
  void nothingKnownIsTheSameForAll() {
    String unknown = HostProfile.UNKNOWN;
    RunEnvironment nowhere =
        new RunEnvironment(unknown, 0, unknown, unknown, unknown, unknown, 0, List.of());
    assertThat(of(Optional.of(nowhere), RowSettings.UNKNOWN))
        .isEqualTo(of(Optional.empty(), RowSettings.UNKNOWN))
        .hasToString("unknown CPU");
  }

  @Test
  void sortsByWhatItShows() {
    assertThat(new Machine("A", 1, 0, "")).isLessThan(new Machine("A", 2, 0, ""));
    assertThat(new Machine("A", 1, 0, "")).hasToString("A, 1 core");
  }
}
