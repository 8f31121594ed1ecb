package io.amorsize.jmh.report;

import io.amorsize.result.BenchmarkKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some rows have in common, so that it is said once and their names hold the rest.
 *
 * @param prefix the package or class that all benchmarks share, ended by a dot, or the one
 *     benchmark of all rows; may be empty
 * @param facts mode, threads and parameters that all rows share
 */
record CommonFacts(String prefix, List<Fact> facts) {

  /**
   * One thing that a row was measured with.
   *
   * @param text how a sentence says it
   * @param suffix how a row's name says it
   */
  record Fact(String text, String suffix) {}

  /** What these rows share. */
  static CommonFacts of(Collection<BenchmarkKey> keys) {
    String prefix =
        keys.stream()
            .map(key -> packageOf(key.benchmark()))
            .reduce(CommonFacts::commonPackage)
            .orElse("");
    return new CommonFacts(prefix, shared(keys));
  }

  /**
   * What some of these rows share; where that is a class, it is part of the prefix, and likewise a
   * method whose rows differ by their facts.
   */
  CommonFacts within(Collection<BenchmarkKey> some) {
    List<Fact> shared = shared(some);
    List<String> methods = some.stream().map(BenchmarkKey::benchmark).distinct().toList();
    if (methods.size() == 1 && some.stream().noneMatch(key -> shared.containsAll(facts(key)))) {
      return new CommonFacts(methods.get(0), shared);
    }
    List<String> classes = methods.stream().map(CommonFacts::parentOf).distinct().toList();
    return new CommonFacts(classes.size() == 1 ? classes.get(0) : prefix, shared);
  }

  /** A row without what it shares with the others: {@code Lists.sort size=1000}. */
  String name(BenchmarkKey key) {
    return Stream.concat(
            Stream.of(stripped(key.benchmark())).filter(text -> !text.isEmpty()),
            facts(key).stream().filter(fact -> !facts.contains(fact)).map(Fact::suffix))
        .collect(Collectors.joining(" "));
  }

  /** The shared facts that others do not share, as a sentence says them; the class first. */
  String textBeyond(CommonFacts others) {
    String type = prefix.equals(others.prefix) ? "" : others.stripped(prefix);
    return Stream.concat(
            Stream.of(type.endsWith(".") ? type.substring(0, type.length() - 1) : type)
                .filter(text -> !text.isEmpty()),
            facts.stream().filter(fact -> !others.facts.contains(fact)).map(Fact::text))
        .collect(Collectors.joining(", "));
  }

  /** The package and the facts that all rows share, as a sentence says them. */
  List<String> texts() {
    Stream<String> type =
        prefix.endsWith(".")
            ? Stream.of("package " + prefix.substring(0, prefix.length() - 1))
            : Stream.empty();
    return Stream.concat(type, facts.stream().map(Fact::text)).toList();
  }

  private String stripped(String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  private static List<Fact> shared(Collection<BenchmarkKey> keys) {
    List<Fact> shared = new ArrayList<>();
    boolean first = true;
    for (BenchmarkKey key : keys) {
      if (first) {
        shared.addAll(facts(key));
      } else {
        shared.retainAll(facts(key));
      }
      first = false;
    }
    return List.copyOf(shared);
  }

  private static List<Fact> facts(BenchmarkKey key) {
    List<Fact> facts = new ArrayList<>();
    key.params()
        .forEach((name, value) -> facts.add(new Fact(name + "=" + value, name + "=" + value)));
    if (!key.mode().isEmpty()) {
      facts.add(new Fact("mode " + key.mode(), key.mode()));
    }
    if (key.threads() > 0) {
      String plural = key.threads() == 1 ? " thread" : " threads";
      facts.add(new Fact(key.threads() + plural, "-t " + key.threads()));
    }
    return facts;
  }

  /** The package of a benchmark {@code package.Class.method}, ended by a dot. */
  private static String packageOf(String benchmark) {
    String type = parentOf(benchmark);
    return type.isEmpty() ? "" : parentOf(type.substring(0, type.length() - 1));
  }

  /** What stands before the last dot, with it. */
  private static String parentOf(String name) {
    return name.substring(0, name.lastIndexOf('.') + 1);
  }

  private static String commonPackage(String one, String other) {
    List<String> left = Arrays.asList(one.split("(?<=\\.)"));
    List<String> right = Arrays.asList(other.split("(?<=\\.)"));
    int common = 0;
    while (common < Math.min(left.size(), right.size())
        && left.get(common).equals(right.get(common))) {
      common++;
    }
    return String.join("", left.subList(0, common));
  }
}
