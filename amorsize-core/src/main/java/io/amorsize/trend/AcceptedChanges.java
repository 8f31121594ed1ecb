package io.amorsize.trend;

import io.amorsize.policy.AcceptedChange;
import io.amorsize.policy.Policy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells which changes were agreed on. An accepted change covers the slowdowns of its rows that lie
 * nearest to the day on which it was accepted, the latest where no day is named, as long as all
 * that it covers of a row is together at most the slowdown that was accepted. What follows is held
 * against the new level.
 */
final class AcceptedChanges {

  private final Policy policy;
  private final LocalDate today;
  private final List<NightFacts> nights;

  AcceptedChanges(Policy policy, LocalDate today, List<NightFacts> nights) {
    this.policy = policy;
    this.today = today;
    this.nights = nights;
  }

  /** The row with its changes marked. */
  RowTrend in(RowTrend row) {
    String benchmark = row.key().row().benchmark();
    String metric = row.key().metric();
    List<AcceptedChange> agreed =
        policy.accepted().stream()
            .filter(each -> each.matches(benchmark, metric) && !each.isExpired(today))
            .toList();
    return agreed.isEmpty() ? row : row.with(changes -> marked(changes, agreed));
  }

  private List<ChangePoint> marked(List<ChangePoint> changes, List<AcceptedChange> agreed) {
    List<ChangePoint> marked = new ArrayList<>(changes);
    for (AcceptedChange each : agreed) {
      double covered = 1;
      for (int i : nearestFirst(changes, each)) {
        ChangePoint change = marked.get(i);
        if (change.isOpen() && each.covers(covered * change.slowdown())) {
          covered *= change.slowdown();
          marked.set(i, change.acceptedBy(each));
        }
      }
    }
    return marked;
  }

  private List<Integer> nearestFirst(List<ChangePoint> changes, AcceptedChange agreed) {
    LocalDate day = agreed.since().orElse(LocalDate.MAX);
    return IntStream.range(0, changes.size())
        .boxed()
        .sorted(Comparator.comparingLong(i -> daysApart(changes.get(i), day)))
        .toList();
  }

  private long daysApart(ChangePoint change, LocalDate day) {
    LocalDate changed = nights.get(change.night()).time().atZone(ZoneOffset.UTC).toLocalDate();
    return Math.abs(ChronoUnit.DAYS.between(changed, day));
  }
}
