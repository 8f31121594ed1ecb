package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.host.HostProbe;
import io.amorsize.host.HostProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunEnvironmentTest {

  static final RunEnvironment THIS =
      new RunEnvironment("Test CPU", 2, "Linux", "amd64", "6.1", "Debian", 17, List.of("-Xmx512m"));

  @Test
  void findsWhatDiffers() {
    RunEnvironment other =
        new RunEnvironment("Other CPU", 2, "Linux", "amd64", "6.1", "Debian", 21, List.of());
    assertThat(THIS.differencesTo(other))
        .extracting(RunEnvironment.Difference::toString)
        .containsExactly(
            "CPU Test CPU against Other CPU",
            "JDK 17 against 21",
            "JVM arguments -Xmx512m against none");
    assertThat(THIS.differencesTo(THIS)).isEmpty();
  }

  @Test
  void whatIsUnknownDoesNotDiffer() {
    String unknown = HostProfile.UNKNOWN;
    RunEnvironment other =
        new RunEnvironment(unknown, 0, unknown, unknown, unknown, unknown, 0, List.of("-Xmx512m"));
    assertThat(THIS.differencesTo(other)).isEmpty();
    assertThat(other.differencesTo(THIS)).isEmpty();
  }

  @Test
  void theFingerprintIsThatOfTheFacts() {
    RunEnvironment same =
        new RunEnvironment(
            "Test CPU", 2, "Linux", "amd64", "6.1", "Debian", 17, List.of("-Xmx512m"));
    RunEnvironment other =
        new RunEnvironment("Test CPU", 4, "Linux", "amd64", "6.1", "Debian", 17, List.of());
    assertThat(THIS.fingerprint()).hasSize(12).isEqualTo(same.fingerprint());
    assertThat(other.fingerprint()).isNotEqualTo(THIS.fingerprint());
  }

  @Test
  void describesThisMachine() {
    RunEnvironment here = RunEnvironment.of(HostProbe.current(), List.of("-ea"));
    assertThat(here.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(here.jvmArgs()).containsExactly("-ea");
  }
}
