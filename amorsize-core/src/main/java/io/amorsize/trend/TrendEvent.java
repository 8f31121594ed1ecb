package io.amorsize.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened in one night: the change points of one kind that lie within two nights.
 *
 * @param kind what they are
 * @param night the night that most of them name; of equally many, the earliest
 * @param changes at least one, the largest first
 */
public record TrendEvent(ChangeKind kind, int night, List<ChangePoint> changes) {

  private static final int NIGHTS = 2;

  private static final Comparator<ChangePoint> LARGEST_FIRST =
      Comparator.comparingDouble((ChangePoint change) -> -Math.abs(Math.log(change.slowdown())))
          .thenComparing(ChangePoint::key);

  /** Copies the list. */
  public TrendEvent {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("an event needs a change");
    }
  }

  /** The events that some change points make up, by time. */
  public static List<TrendEvent> of(List<ChangePoint> changes) {
    Map<ChangeKind, List<ChangePoint>> open = new LinkedHashMap<>();
    List<TrendEvent> events = new ArrayList<>();
    changes.stream()
        .sorted(Comparator.comparingInt(ChangePoint::night).thenComparing(ChangePoint::key))
        .forEach(
            change -> {
              List<ChangePoint> group =
                  open.computeIfAbsent(change.kind(), unused -> new ArrayList<>());
              if (!group.isEmpty() && change.night() - group.get(0).night() > NIGHTS) {
                events.add(event(group));
                group.clear();
              }
              group.add(change);
            });
    open.values().forEach(group -> events.add(event(group)));
    events.sort(Comparator.comparingInt(TrendEvent::night).thenComparing(TrendEvent::kind));
    return events;
  }

  private static TrendEvent event(List<ChangePoint> group) {
    int night = group.get(0).night();
    long most = 0;
    for (ChangePoint each : group) {
      long named = group.stream().filter(other -> other.night() == each.night()).count();
      if (named > most) {
        most = named;
        night = each.night();
      }
    }
    return new TrendEvent(
        group.get(0).kind(), night, group.stream().sorted(LARGEST_FIRST).toList());
  }

  /** The night before the change, in the row that changed most. */
  public int before() {
    return changes.stream()
        .filter(change -> change.night() == night)
        .mapToInt(ChangePoint::before)
        .findFirst()
        .orElse(night - 1);
  }

  /**
   * The first night that it may have happened in, going by all of its rows; of drifts, the last one
   * at the old level.
   */
  public int earliest() {
    int first =
        kind == ChangeKind.DRIFT
            ? changes.stream().mapToInt(ChangePoint::earliest).min().orElseThrow()
            : changes.stream().mapToInt(ChangePoint::earliest).max().orElseThrow();
    return Math.min(night, first);
  }

  /**
   * The last night that it may have happened in, going by all of its rows; of drifts, the first one
   * at the new level.
   */
  public int latest() {
    int last =
        kind == ChangeKind.DRIFT
            ? changes.stream().mapToInt(ChangePoint::latest).max().orElseThrow()
            : changes.stream().mapToInt(ChangePoint::latest).min().orElseThrow();
    return Math.max(night, last);
  }

  /** Changes that are worse and that nobody has agreed to, the largest first. */
  public List<ChangePoint> open() {
    return changes.stream().filter(ChangePoint::isOpen).toList();
  }
}
