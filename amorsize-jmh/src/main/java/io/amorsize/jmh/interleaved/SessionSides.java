package io.amorsize.jmh.interleaved;

import io.amorsize.finding.Finding;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.OneSidedParams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The two sides of a session and the JMH arguments of both.
 *
 * @param base one side
 * @param candidate the other side
 * @param arguments JMH arguments of every fork
 */
public record SessionSides(JarSide base, JarSide candidate, JmhArguments arguments) {

  /** A side. */
  JarSide side(SessionSide side) {
    return side == SessionSide.BASE ? base : candidate;
  }

  /** Whether a unit runs with the same parameters on JVMs that are alike. */
  boolean runAlike(PairedUnit unit) {
    return base.jvm().equals(candidate.jvm()) && unit.base().equals(unit.candidate());
  }

  /**
   * Lists what is measured on both sides.
   *
   * @param command the arguments that begin the session
   * @param seed seed of the order within pairs
   * @throws ResultFormatException in one sentence, if the sides have no benchmark in common
   */
  public SessionSpec list(JarForks forks, List<String> command, long seed) {
    Map<BenchmarkUnit, BenchmarkUnit> before = units(forks, base);
    Map<BenchmarkUnit, BenchmarkUnit> now = units(forks, candidate);
    List<PairedUnit> common = new ArrayList<>();
    List<BenchmarkUnit> missing = new ArrayList<>();
    before.forEach(
        (key, unit) -> {
          if (now.containsKey(key)) {
            common.add(new PairedUnit(unit, now.get(key), List.of()));
          } else {
            missing.add(unit);
          }
        });
    List<BenchmarkUnit> added =
        now.entrySet().stream()
            .filter(unit -> !before.containsKey(unit.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (common.isEmpty()) {
      throw new ResultFormatException(
          nothingInCommon(before.size(), now.size())
              + OneSidedParams.find(BenchmarkUnit.keys(missing), BenchmarkUnit.keys(added)).stream()
                  .map(Finding::message)
                  .map(message -> "; " + message)
                  .collect(Collectors.joining()));
    }
    return new SessionSpec(
        command, seed, recorded(base), recorded(candidate), common, missing, added);
  }

  /**
   * Lists what is measured where there is one side only, which stands on both.
   *
   * @param command the arguments that begin the session
   * @throws ResultFormatException in one sentence, if the side holds no selected benchmark
   */
  public static SessionSpec listOne(
      JarForks forks, JarSide side, JmhArguments arguments, List<String> command) {
    SessionSides both = new SessionSides(side, side, arguments);
    List<PairedUnit> units = both.units(forks, side).values().stream().map(PairedUnit::of).toList();
    if (units.isEmpty()) {
      throw new ResultFormatException(both.nothingInCommon(0, 0));
    }
    return new SessionSpec(command, 0, recorded(side), recorded(side), units, List.of(), List.of());
  }

  /** The record of a side that a session is resumed by. */
  public static SessionSpec.Side recorded(JarSide side) {
    return new SessionSpec.Side(side.label(), side.classPath(), side.contentHash());
  }

  private String nothingInCommon(int before, int now) {
    String selected = arguments.selection().isEmpty() ? "" : " that '" + selection() + "' selects";
    if (before == 0 && now == 0) {
      boolean one = base.equals(candidate);
      return base.label()
          + (one ? " holds" : " and " + candidate.label() + " hold")
          + " no benchmark"
          + selected
          + "; 'java -jar JAR -l' lists what there is";
    }
    return "%s holds %d benchmarks%s and %s %d, and none is on both sides; compare two versions of one project"
        .formatted(base.label(), before, selected, candidate.label(), now);
  }

  private String selection() {
    return String.join(" ", arguments.selection());
  }

  /**
   * What a side runs, by what it has in common with the other. An older jar of ours may not know
   * every part of the plan that the optimizer chooses today.
   */
  private Map<BenchmarkUnit, BenchmarkUnit> units(JarForks forks, JarSide side) {
    Set<String> own = new TreeSet<>(base.params().keySet());
    own.addAll(candidate.params().keySet());
    Map<BenchmarkUnit, BenchmarkUnit> units = new LinkedHashMap<>();
    for (BenchmarkUnit listed : forks.list(side, arguments)) {
      TreeMap<String, String> common = new TreeMap<>(listed.params());
      common.keySet().removeAll(own);
      TreeMap<String, String> run = new TreeMap<>(listed.params());
      run.putAll(side.params());
      BenchmarkKey key = new BenchmarkUnit(listed.benchmark(), common).key().withoutOpenPlan();
      units.putIfAbsent(
          new BenchmarkUnit(key.benchmark(), key.params()),
          new BenchmarkUnit(listed.benchmark(), run));
    }
    return units;
  }
}
