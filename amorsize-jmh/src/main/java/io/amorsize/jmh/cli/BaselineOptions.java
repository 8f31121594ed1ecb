package io.amorsize.jmh.cli;

import io.amorsize.history.BaselineStore;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /** The file beside the baselines that holds what was agreed on, if it is there. */
  Optional<Path> acceptedFile() {
    return Optional.of(folder.resolve(BaselineAcceptCommand.FILE)).filter(Files::isRegularFile);
  }

  /** The sentence about a name that is neither a file nor a baseline. */
  ResultFormatException unknown(String text) {
    List<String> names = store().names();
    return new ResultFormatException(
        text
            + ": there is no such file, and no such baseline in "
            + folder
            + " (there "
            + (names.isEmpty() ? "is none" : "are " + String.join(", ", names))
            + ")");
  }
}
