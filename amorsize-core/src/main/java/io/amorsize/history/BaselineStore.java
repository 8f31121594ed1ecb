package io.amorsize.history;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Named baselines as folders: {@code baseline.json} names the entries, each entry's files stand in
 * a folder of their own that is never written again. A save writes a new entry folder and then
 * moves a new {@code baseline.json} into place, so that a baseline is at any moment the old one or
 * the new one. One process changes the baselines of a folder at a time.
 */
public final class BaselineStore {

  /** Present in every baseline's folder. */
  public static final String MANIFEST = BaselineManifest.NAME;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

  private final Path root;

  /** The baselines of a folder, which need not exist yet. */
  public BaselineStore(Path root) {
    this.root = root;
  }

  /** Whether a text can be a baseline's name. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches() && !JarShelf.isNamed(text);
  }

  /** Whether a folder is a baseline. */
  public static boolean isBaseline(Path folder) {
    Path name = folder.getFileName();
    return Files.isRegularFile(folder.resolve(MANIFEST))
        && (name == null || !JarShelf.isNamed(name.toString()));
  }

  /** The names of all baselines, in alphabetical order. */
  public List<String> names() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .filter(BaselineStore::isBaseline)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ResultFormatException(root + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  /** The baseline of a name, if there is one. */
  public Optional<Baseline> find(String name) {
    return isName(name) && isBaseline(root.resolve(name))
        ? Optional.of(read(root.resolve(name)))
        : Optional.empty();
  }

  /**
   * Reads a baseline's folder.
   *
   * @throws ResultFormatException in one sentence, if it is not one
   */
  public static Baseline read(Path folder) {
    return BaselineManifest.read(folder);
  }

  /** The jar of a hash that baselines keep, whether or not it is there. */
  public KeptJar jar(String sha256) {
    return JarShelf.under(root).jar(sha256);
  }

  /**
   * Saves a result under a name; an entry of the same environment is replaced, others stay.
   *
   * @param name the baseline's name
   * @param saved what is saved; a run that failed replaces an entry for a reason only
   * @return the baseline as it stands now
   * @throws ResultFormatException in one sentence, if it cannot be saved under that name
   */
  public Baseline save(String name, NewEntry saved) {
    requireName(name);
    return StoreLock.holding(
        root,
        () -> {
          List<Baseline.Entry> before = entries(name);
          List<Baseline.Entry> others = without(before, Set.of(fingerprint(saved)));
          if (others.size() < before.size()) {
            requireNotFailed(name, saved.origin());
          }
          others.add(files(name).write(saved));
          return replaced(name, others);
        });
  }

  /**
   * Makes a run what a baseline holds for its environment.
   *
   * @param name the baseline's name, new or old
   * @param run a run that passed its judgement, or one with a reason
   * @throws ResultFormatException in one sentence, if it neither passed nor has a reason
   */
  public Baseline promote(String name, NewEntry run) {
    requireWorthy(name, run.origin());
    return save(name, run);
  }

  /**
   * Makes what one baseline holds what another holds, for each environment of the other.
   *
   * @param name the baseline that moves, new or old
   * @param from the baseline that it moves to
   * @param reason why an entry is taken that did not pass its judgement, if one is
   * @param at the time of moving
   * @throws ResultFormatException in one sentence, if an entry neither passed nor has a reason
   */
  public Baseline promote(String name, Baseline from, Optional<String> reason, Instant at) {
    requireName(name);
    from.entries().forEach(entry -> requireWorthy(name, entry.origin().withReason(reason)));
    return StoreLock.holding(
        root,
        () -> {
          Set<String> moved =
              from.entries().stream().map(BaselineStore::fingerprint).collect(Collectors.toSet());
          List<Baseline.Entry> all = without(entries(name), moved);
          for (Baseline.Entry entry : from.entries()) {
            EntryOrigin origin = entry.origin().withReason(reason).withSource(from.name());
            all.add(files(name).copy(entry, origin, at));
          }
          return replaced(name, all);
        });
  }

  /**
   * Removes a baseline, and the jars that no other names.
   *
   * @throws ResultFormatException in one sentence, if there is none of that name or it cannot be
   *     removed
   */
  public void remove(String name) {
    Path folder = root.resolve(name);
    if (!isName(name) || !isBaseline(folder)) {
      throw new ResultFormatException("there is no baseline '" + name + "' in " + root);
    }
    StoreLock.holding(
        root,
        () -> {
          delete(folder);
          removeUnnamedJars();
          return folder;
        });
  }

  /** Without its manifest it is no baseline, whatever a kill leaves of it. */
  private void delete(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(MANIFEST));
      new EntryFiles(folder, JarShelf.under(root)).keepOnly(List.of());
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new ResultFormatException(
          folder + ": is no baseline any more, but not all of it could be removed (" + e + ")", e);
    }
  }

  private static void requireNotFailed(String name, EntryOrigin origin) {
    if (origin.judgement() == EntryOrigin.Judgement.FAILED && origin.reason().isEmpty()) {
      throw new ResultFormatException(
          "a run that failed its own judgement does not replace what '"
              + name
              + "' holds; save it under another name, or say why with --reason TEXT");
    }
  }

  private static void requireWorthy(String name, EntryOrigin origin) {
    if (origin.judgement() != EntryOrigin.Judgement.PASSED && origin.reason().isEmpty()) {
      boolean failed = origin.judgement() == EntryOrigin.Judgement.FAILED;
      throw new ResultFormatException(
          (failed ? "the run failed its judgement" : "nobody judged the run")
              + ", so '"
              + name
              + "' stays as it is; say why it should move all the same with --reason TEXT");
    }
  }

  private EntryFiles files(String name) {
    return new EntryFiles(root.resolve(name), JarShelf.under(root));
  }

  private static String fingerprint(NewEntry entry) {
    return entry.environment().fingerprint();
  }

  private static String fingerprint(Baseline.Entry entry) {
    return entry.environment().fingerprint();
  }

  private List<Baseline.Entry> entries(String name) {
    Path folder = root.resolve(name);
    return isBaseline(folder) ? read(folder).entries() : List.of();
  }

  private static List<Baseline.Entry> without(
      List<Baseline.Entry> entries, Set<String> fingerprints) {
    return entries.stream()
        .filter(entry -> !fingerprints.contains(fingerprint(entry)))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Baseline replaced(String name, List<Baseline.Entry> entries) {
    Path folder = root.resolve(name);
    BaselineManifest.write(folder, name, entries);
    Baseline now = read(folder);
    files(name).keepOnly(now.entries());
    removeUnnamedJars();
    return now;
  }

  private static void requireName(String name) {
    if (JarShelf.isNamed(name)) {
      throw new ResultFormatException(
          "'" + name + "' cannot be a baseline's name: the folder of that name keeps their jars");
    }
    if (!isName(name)) {
      throw new ResultFormatException(
          "'"
              + name
              + "' cannot be a baseline's name: up to 100 letters, digits, '.', '_' and '-',"
              + " not starting with '.'");
    }
  }

  /** Removes jars that no baseline names any more; none where a baseline cannot be read. */
  private void removeUnnamedJars() {
    Set<String> named;
    try {
      named =
          names().stream()
              .flatMap(name -> read(root.resolve(name)).entries().stream())
              .flatMap(Baseline.Entry::jars)
              .map(KeptJar::sha256)
              .collect(Collectors.toSet());
    } catch (ResultFormatException e) {
      return;
    }
    JarShelf.under(root).keepOnly(named);
  }
}
