package io.amorsize.jmh.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.amorsize.history.RunLine;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.policy.PolicyFile;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Whatever bytes a file holds, it is read or refused in one line that cannot act on a terminal.
 *
 * <p>{@code mvn verify} runs the inputs that are kept under {@code src/test/resources}; {@code mvn
 * -Pfuzz test} looks for others.
 */
class ReadersFuzzTest {

  private static final ReadLimits SMALL = new ReadLimits(1 << 20, 100, 1 << 16, 1_000, 100_000);

  @FuzzTest(maxDuration = "10m")
  void jmhResult(byte[] bytes) {
    feed(bytes, file -> new JmhResultReader(SMALL).read(file));
  }

  @FuzzTest(maxDuration = "10m")
  void performanceResults(byte[] bytes) {
    feed(bytes, file -> PerformanceResultJson.read(file, SMALL));
  }

  @FuzzTest(maxDuration = "10m")
  void policy(byte[] bytes) {
    feed(bytes, PolicyFile::read);
  }

  @FuzzTest(maxDuration = "10m")
  void manifest(byte[] bytes) {
    feed(bytes, PolicyFile::readManifest);
  }

  @FuzzTest(maxDuration = "10m")
  void comparison(byte[] bytes) {
    feed(bytes, file -> ComparisonFile.read(file, SMALL));
  }

  @FuzzTest(maxDuration = "10m")
  void historyLine(byte[] bytes) {
    feed(
        bytes,
        file -> RunLine.read(file.toString(), new String(bytes, StandardCharsets.UTF_8), SMALL));
  }

  private static void feed(byte[] bytes, Consumer<Path> reader) {
    try {
      Path file = Files.createTempFile("fuzz", ".json");
      try {
        Files.write(file, bytes);
        reader.accept(file);
      } catch (ResultFormatException e) {
        assertThat(e.getMessage()).startsWith(file.toString());
        assertThat(e.getMessage().chars().filter(Character::isISOControl).count()).isZero();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new AssertionError("the temporary folder cannot be used", e);
    }
  }
}
