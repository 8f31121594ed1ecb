package io.amorsize.history;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The jars beside the baselines or nights of a folder, each stored once under the hash of its
 * content.
 *
 * @param folder where they are; need not exist
 */
public record JarShelf(Path folder) {

  /** Its name, which no baseline can have. */
  public static final String NAME = "jars";

  private static final String ENDING = ".jar";

  /** The shelf of the baselines or nights under a root. */
  public static JarShelf under(Path root) {
    return new JarShelf(root.resolve(NAME));
  }

  /** The shelf beside a baseline's folder, however the folder is written. */
  static JarShelf beside(Path baseline) {
    Path plain = baseline.normalize();
    boolean named = !plain.toString().isEmpty() && !plain.endsWith("..");
    Path full = named ? plain : baseline.toAbsolutePath().normalize();
    return new JarShelf(full.resolveSibling(NAME));
  }

  /** Whether a name is the shelf's, also where the file system does not tell cases apart. */
  static boolean isNamed(String name) {
    return name.equalsIgnoreCase(NAME);
  }

  /** The jar of a hash, whether or not it is there. */
  public KeptJar jar(String sha256) {
    return new KeptJar(sha256, folder.resolve(sha256 + ENDING));
  }

  /**
   * Keeps a copy of a jar; one whose content is here already stays as it is.
   *
   * @throws ResultFormatException in one sentence, if it cannot be read, kept, or changes meanwhile
   */
  public KeptJar keep(Path source) {
    KeptJar kept = jar(KeptJar.hash(source));
    if (kept.isThere() && KeptJar.hash(kept.file()).equals(kept.sha256())) {
      return kept;
    }
    WholeFile.copy(source, kept.file());
    if (!KeptJar.hash(kept.file()).equals(kept.sha256())) {
      delete(kept.file());
      throw new ResultFormatException(
          source + ": changed while it was being copied; save again when its build is done");
    }
    return kept;
  }

  /**
   * Removes jars that were kept and are not among some hashes, and what a killed process had begun
   * to copy; other files stay. Nobody else may keep a jar here meanwhile.
   */
  public void keepOnly(Set<String> hashes) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(file -> isUnnamed(file, hashes)).toList().forEach(JarShelf::delete);
    } catch (IOException e) {
      // What is left over is removed by the next save.
    }
  }

  private static boolean isUnnamed(Path file, Set<String> hashes) {
    String name = file.getFileName().toString();
    if (WholeFile.isTemporary(file)) {
      return true;
    }
    if (!name.endsWith(ENDING)) {
      return false;
    }
    String hash = name.substring(0, name.length() - ENDING.length());
    return KeptJar.isHash(hash) && !hashes.contains(hash);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A jar that is in use on Windows; the next save removes it.
    }
  }
}
