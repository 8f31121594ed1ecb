package io.amorsize.jmh.build;

import io.amorsize.jmh.build.Git.Answer;
import io.amorsize.result.FolderTree;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A commit in a worktree of its own, in a new temporary folder. It is removed again on closing, or
 * when the JVM ends before that; what was started in it ends then too.
 */
final class Checkout implements AutoCloseable {

  private final Repository repository;
  private final Consumer<String> progress;
  private final Path folder;
  private final Path tree;
  private final Thread atExit = new Thread(this::remove, "amorsize-worktree");
  private Optional<Process> running = Optional.empty();
  private boolean removed;

  private Checkout(Repository repository, Commit commit, Consumer<String> progress)
      throws IOException {
    this.repository = repository;
    this.progress = progress;
    this.folder = Files.createTempDirectory("amorsize-git").toRealPath();
    this.tree = folder.resolve(commit.inNames());
  }

  /**
   * Checks a commit out.
   *
   * @throws ResultFormatException in one sentence, if git cannot do it
   */
  static Checkout of(Repository repository, Commit commit, Consumer<String> progress) {
    try {
      Checkout checkout = new Checkout(repository, commit, progress);
      Runtime.getRuntime().addShutdownHook(checkout.atExit);
      checkout.add(commit);
      return checkout;
    } catch (IOException e) {
      throw new ResultFormatException(
          "no temporary folder can be made for " + commit.inNames() + ": " + e.getMessage(), e);
    }
  }

  private synchronized void add(Commit commit) {
    Answer answer =
        repository.git().run("worktree", "add", "--detach", tree.toString(), commit.hash());
    if (!answer.isGood()) {
      close();
      throw new ResultFormatException(
          commit.inNames()
              + " cannot be checked out into "
              + tree
              + ": "
              + ShownText.of(answer.problem()));
    }
  }

  /** The root of the worktree. */
  Path tree() {
    return tree;
  }

  /** The folder for what is neither of the commit nor of its build. */
  Path besides() {
    return folder;
  }

  /** Starts a process that must not outlive this checkout. */
  synchronized Process start(ProcessBuilder builder) throws IOException {
    if (removed) {
      throw new IOException("the program is ending");
    }
    Process process = builder.start();
    running = Optional.of(process);
    return process;
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is ending, and the hook finds nothing left to do.
    }
  }

  private synchronized void remove() {
    if (removed) {
      return;
    }
    removed = true;
    // An interrupt is why we are here, or comes too late to matter.
    boolean interrupted = Thread.interrupted();
    try {
      running.ifPresent(Checkout::end);
      removeTree();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void removeTree() {
    Answer answer = repository.git().run("worktree", "remove", "--force", tree.toString());
    deleteFolder();
    // Pruning forgets every worktree whose folder is not there, also on an unmounted disk of the
    // user's; so only where it must be.
    if (!answer.isGood()) {
      repository.git().run("worktree", "prune");
    }
  }

  private static void end(Process process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  private void deleteFolder() {
    try {
      FolderTree.delete(folder);
    } catch (IOException e) {
      progress.accept(
          folder
              + " cannot be removed ("
              + e.getMessage()
              + "); delete it, then 'git worktree prune'");
    }
  }
}
