package io.amorsize.jmh.evaluation;

import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Two recorded nights.
 *
 * @param base the earlier
 * @param current the later
 * @param adjacent whether no other night lies between them
 */
record NightPair(RecordedNight base, RecordedNight current, boolean adjacent) {

  boolean isOfOneCommit() {
    return base.commit().equals(current.commit());
  }

  boolean touches(String commit) {
    return base.commit().equals(commit) || current.commit().equals(commit);
  }

  Comparison compare(DecisionRule rule) {
    return Comparison.of(base.run(), current.run(), rule);
  }

  /** All pairs of one commit, and all pairs of nights that follow each other. */
  static List<NightPair> among(List<RecordedNight> nights) {
    List<NightPair> pairs = new ArrayList<>();
    for (int i = 0; i < nights.size(); i++) {
      for (int j = i + 1; j < nights.size(); j++) {
        NightPair pair = new NightPair(nights.get(i), nights.get(j), j == i + 1);
        if (pair.adjacent() || pair.isOfOneCommit()) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }
}
