package io.amorsize.jmh.night;

import io.amorsize.history.JarShelf;
import io.amorsize.result.FolderTree;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The nights of a folder.
 *
 * @param folder where they are; need not exist
 */
public record OldNights(Path folder) {

  /** The folders of nights that can be read, the latest first. */
  public List<NightFolder> latestFirst() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<NightFolder> nights = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      children
          .filter(NightFolder::isNight)
          .filter(child -> state(child).isPresent())
          .forEach(child -> nights.add(new NightFolder(child)));
    } catch (IOException e) {
      throw new ResultFormatException(folder + ": cannot be listed: " + e.getMessage(), e);
    }
    nights.sort((a, b) -> start(b).compareTo(start(a)));
    return nights;
  }

  private static Instant start(NightFolder night) {
    return night.state().startedAt();
  }

  private static Optional<NightState> state(Path night) {
    try {
      return Optional.of(new NightFolder(night).state());
    } catch (ResultFormatException e) {
      // A night of another version of this program is left alone.
      return Optional.empty();
    }
  }

  /**
   * Removes the nights that began before a time, and the jars that no other night names.
   *
   * @param before the time
   * @param kept the night that goes on
   * @return how many
   */
  int remove(Instant before, Path kept) {
    int removed = 0;
    Set<String> jars = new HashSet<>();
    for (NightFolder night : latestFirst()) {
      boolean old = start(night).isBefore(before) && !night.path().equals(kept);
      if (old && isDeleted(night.path())) {
        removed++;
      } else {
        night.state().jar().ifPresent(jars::add);
        night.state().workloadsJar().ifPresent(jars::add);
      }
    }
    JarShelf.under(folder).keepOnly(jars);
    return removed;
  }

  /** A folder that cannot be removed whole is tried again the next night. */
  private static boolean isDeleted(Path night) {
    try {
      FolderTree.delete(night);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
