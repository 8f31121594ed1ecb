package io.amorsize.jmh.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/** Shows how many files of an import are read, where somebody watches. */
final class FileProgress implements AutoCloseable {

  private final Optional<ProgressBar> bar;

  FileProgress(Terminal terminal, DocumentOptions document, int files) {
    bar =
        document.showsProgress(terminal)
            ? Optional.of(ForkProgress.bar(terminal, "history import", files, " files"))
            : Optional.empty();
  }

  /** One more file is read. */
  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
