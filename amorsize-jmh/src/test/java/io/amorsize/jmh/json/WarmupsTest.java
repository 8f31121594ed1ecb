package io.amorsize.jmh.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.verdict.SideSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupsTest {

  @TempDir Path folder;

  private Path file(String name, int warmups, String forks) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        [{"jmhVersion": "1.37", "benchmark": "org.acme.Json.parse", "mode": "avgt", "threads": 1,
          "forks": 2, "warmupIterations": %d, "measurementIterations": 2,
          "primaryMetric": {"score": 10, "scoreUnit": "us/op", "rawData": %s},
          "secondaryMetrics": {}}]
        """
            .formatted(warmups, forks));
  }

  private static SideSummary side(Path file) {
    BenchmarkRow row = new JmhResultReader().read(file).rows().get(0);
    return new SideSummary(row.key(), row.primary().measurements(), OptionalDouble.empty());
  }

  @Test
  void whatWasLeftOutIsFoundBesideTheFile() throws IOException {
    Path base = file("base.json", 3, "[[10, 11], [12, 13]]");
    file("base.warmup.json", 0, "[[90, 50, 20, 10, 11], [80, 40, 20, 12, 13]]");
    Warmups warmups = Warmups.beside(Optional.of(base), Optional.empty());
    Measurements kept = warmups.ofBase(side(base)).orElseThrow();
    assertThat(kept.forks()).isEqualTo(List.of(Fork.of(90, 50, 20), Fork.of(80, 40, 20)));
    assertThat(kept.unit().symbol()).isEqualTo("us/op");
    assertThat(warmups.ofCurrent(side(base))).isEmpty();
  }

  @Test
  void aFileByItselfKeepsNone() throws IOException {
    Path base = file("base.json", 3, "[[10, 11], [12, 13]]");
    assertThat(Warmups.beside(Optional.of(base), Optional.of(base))).isEqualTo(Warmups.NONE);
  }

  @Test
  void aBrokenPictureIsNoReasonToFail() throws IOException {
    Path base = file("base.json", 3, "[[10, 11], [12, 13]]");
    Files.writeString(folder.resolve("base.warmup.json"), "[{");
    assertThat(Warmups.beside(Optional.of(base), Optional.empty())).isEqualTo(Warmups.NONE);
    file("base.warmup.json", 0, "[[90, 50], [80, 40]]");
    assertThat(Warmups.beside(Optional.of(base), Optional.empty()).base())
        .as("fewer iterations than were left out")
        .isEmpty();
  }
}
