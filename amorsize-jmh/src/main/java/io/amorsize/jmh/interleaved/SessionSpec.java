package io.amorsize.jmh.interleaved;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a session measures; fixed when it begins.
 *
 * @param command the arguments that began it, the command's name first
 * @param seed seed of the order within pairs
 * @param base one side
 * @param candidate the other side
 * @param units what is measured on both sides
 * @param missing what only the base has
 * @param added what only the candidate has
 */
public record SessionSpec(
    List<String> command,
    long seed,
    Side base,
    Side candidate,
    List<PairedUnit> units,
    List<BenchmarkUnit> missing,
    List<BenchmarkUnit> added) {

  /**
   * A side as far as a session is resumed with it.
   *
   * @param label what it is called
   * @param classPath its jar, or its class path
   * @param contentHash SHA-256 of the contents
   */
  public record Side(String label, String classPath, String contentHash) {}

  /** Copies the lists. */
  public SessionSpec {
    command = List.copyOf(command);
    units = List.copyOf(units);
    missing = List.copyOf(missing);
    added = List.copyOf(added);
  }

  /** The same with other units. */
  public SessionSpec withUnits(List<PairedUnit> others) {
    return new SessionSpec(command, seed, base, candidate, others, missing, added);
  }

  /** The same with another order within pairs. */
  public SessionSpec withSeed(long other) {
    return new SessionSpec(command, other, base, candidate, units, missing, added);
  }

  /** A side. */
  public Side side(SessionSide side) {
    return side == SessionSide.BASE ? base : candidate;
  }

  /** Parameters that the sides set differently, which are no part of a row's key. */
  SortedSet<String> ownParams() {
    SortedSet<String> names = new TreeSet<>();
    for (PairedUnit unit : units) {
      names.addAll(unit.base().params().keySet());
      names.addAll(unit.candidate().params().keySet());
      names.removeIf(name -> isShared(name));
    }
    return names;
  }

  private boolean isShared(String name) {
    return units.stream()
        .allMatch(
            unit ->
                java.util.Objects.equals(
                    unit.base().params().get(name), unit.candidate().params().get(name)));
  }
}
