package io.amorsize.jmh.cli;

import io.amorsize.history.BaselineStore;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where named baselines are kept. */
final class BaselineOptions {

  @Option(
      names = "--baselines",
      paramLabel = "DIR",
      defaultValue = "baselines",
      description = "Folder of the named baselines (default: ${DEFAULT-VALUE}).")
  private Path folder;

  BaselineStore store() {
    return new BaselineStore(folder);
  }

  Path folder() {
    return folder;
  }
}
