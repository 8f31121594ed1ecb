package io.amorsize.jmh.report;

import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many forks it would take to answer where a comparison cannot tell; suspects apart. */
final class MissingForks {

  private MissingForks() {}

  static List<String> of(Comparison comparison) {
    List<RowComparison> open =
        comparison.rows().stream().filter(row -> RowMark.of(row) == RowMark.CANNOT_TELL).toList();
    Map<Double, List<RowComparison>> byChange =
        open.stream()
            .filter(RowComparison::isJudged)
            .collect(
                Collectors.groupingBy(
                    row -> comparison.rule().changeToSee(row.key().benchmark(), row.metric()),
                    TreeMap::new,
                    Collectors.toList()));
    List<String> sentences = new ArrayList<>();
    byChange.forEach((change, rows) -> sentences.add(sentence(change, rows)));
    long unjudged = open.stream().filter(row -> !row.isJudged()).count();
    if (unjudged > 0) {
      sentences.add(
          (unjudged == 1 ? "1 row was" : unjudged + " rows were")
              + " not tested; the notes say why.");
    }
    return sentences;
  }

  private static String sentence(double change, List<RowComparison> rows) {
    int[] forks =
        rows.stream().flatMapToInt(row -> row.change().forksNeeded().stream()).sorted().toArray();
    String what = "to see a change of " + RowNumbers.share(change);
    String out = rows.size() == 1 ? "1 row" : rows.size() + " rows";
    if (forks.length == 0) {
      return "Cannot tell: more than 100 forks a side would be needed " + what + " in " + out + ".";
    }
    int most = forks[forks.length - 1];
    int median = forks[(forks.length - 1) / 2];
    long enough = Arrays.stream(forks).filter(count -> count <= median).count();
    StringBuilder text = new StringBuilder("Cannot tell: it would take ");
    if (median == most) {
      text.append(most).append(" forks a side ").append(what);
      text.append(
          forks.length == rows.size() ? " in " + out : " in " + forks.length + " of " + out);
    } else {
      text.append(median).append(" forks a side ").append(what).append(" in ").append(enough);
      text.append(" of ").append(out).append(", ").append(most).append(" in ");
      text.append(forks.length).append(forks.length == rows.size() ? " (all)" : "");
    }
    int beyond = rows.size() - forks.length;
    text.append(beyond == 0 ? "" : ", more than 100 in " + beyond);
    return text.append('.').toString();
  }
}
