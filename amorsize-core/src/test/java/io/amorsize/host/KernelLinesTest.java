package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLinesTest {

  @Test
  void readsWhatLinuxWrites() {
    assertThat(KernelLines.parseRunnable("0.20 0.18 0.12 3/80 11206\n")).isEqualTo(3);
    assertThat(KernelLines.parseRunnable("0.20 0.18 0.12 0/80 11206\n")).isEqualTo(1);
    assertThat(KernelLines.parseCount("0-3,8,10-11")).isEqualTo(7);
    assertThat(KernelLines.parseCount("0")).isEqualTo(1);
  }

  @Test
  void thisThreadWantsToRun() {
    assertThat(KernelLines.runnable()).isGreaterThanOrEqualTo(1);
    assertThat(KernelLines.processors())
        .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void noMoreIsReadThanIsAskedFor(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("stat"), "11206 (main) R 1\n");
    assertThat(KernelLines.read(file.toString(), 5)).isEqualTo("11206");
    assertThat(KernelLines.read(file.toString(), 99)).isEqualTo("11206 (main) R 1\n");
    Files.writeString(file, "");
    assertThat(KernelLines.read(file.toString(), 5)).isEmpty();
    String none = folder.resolve("none").toString();
    assertThatThrownBy(() -> KernelLines.read(none, 5)).isInstanceOf(FileNotFoundException.class);
  }
}
