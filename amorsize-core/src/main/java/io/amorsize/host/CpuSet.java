package io.amorsize.host;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of CPUs as the kernel writes it, for example {@code 0-3,8}. */
final class CpuSet {

  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  private CpuSet() {}

  /** The numbers of the CPUs; empty where the text is no such list, or lists none. */
  static Optional<NavigableSet<Integer>> parse(String text) {
    NavigableSet<Integer> cpus = new TreeSet<>();
    for (String part : text.strip().split(",")) {
      Matcher range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      for (int cpu = first; cpu <= last; cpu++) {
        cpus.add(cpu);
      }
    }
    return cpus.isEmpty() ? Optional.empty() : Optional.of(cpus);
  }
}
