package io.amorsize.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimedFolderTest {

  private static final LocalDateTime BEGAN = LocalDateTime.parse("2026-01-31T23:05:09");

  @TempDir Path parent;

  @Test
  void isNamedByTheTimeAndNumberedWhereThatIsTaken() throws IOException {
    for (String name : new String[] {"ab-20260131-230509", "ab-20260131-230509-2"}) {
      Path folder = TimedFolder.fresh(parent, "ab-", BEGAN);
      assertThat(folder).isEqualTo(parent.resolve(name)).doesNotExist();
      Files.createDirectory(folder);
    }
    assertThat(TimedFolder.fresh(parent, "", BEGAN)).hasFileName("20260131-230509");
  }
}
