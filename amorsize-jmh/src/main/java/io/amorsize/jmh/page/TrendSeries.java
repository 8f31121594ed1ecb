package io.amorsize.jmh.page;

import io.amorsize.jmh.report.Numbers;
import io.amorsize.jmh.report.RowNumbers;
import io.amorsize.jmh.report.TerminalText;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.jmh.report.TrendWords;
import io.amorsize.statistics.Interval;
import io.amorsize.trend.ChangeKind;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.LevelSegment;
import io.amorsize.trend.NightScore;
import io.amorsize.trend.RowTrend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A series as a small picture with its name, and what the script draws of it. */
public final class TrendSeries {

  private static final String MISSING = "__";
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final RowTrend row;
  private final TrendDocument document;
  private final TrendWords words;
  private final CommitLinks links;

  TrendSeries(RowTrend row, TrendDocument document, TrendWords words, CommitLinks links) {
    this.row = row;
    this.document = document;
    this.words = words;
    this.links = links;
  }

  /** What it is called. */
  public String name() {
    return words.name(row.key());
  }

  /** The same in parts after which a line may end. */
  public List<String> nameParts() {
    return TwoLineName.parts(name());
  }

  /** Where it stands, with its unit. */
  public String level() {
    OptionalDouble level = row.level();
    return level.isEmpty()
        ? "no level"
        : RowNumbers.rounded(level.getAsDouble()) + " " + row.unit().symbol();
  }

  /** Its last change, for example {@code +12.3 % on 2026-02-06}; empty where it never moved. */
  public String lastChange() {
    return latest().map(change -> size(change) + " " + when(change)).orElse("");
  }

  private Optional<ChangePoint> latest() {
    return row.suspect().or(row::lastChange);
  }

  private String when(ChangePoint change) {
    String perhaps = change.isConfirmed() ? "" : ", perhaps";
    return words.nights(change.earliest(), change.latest()) + perhaps;
  }

  private static String size(ChangePoint change) {
    return RowNumbers.changeInWords(change.slowdown());
  }

  /** How it stands, for style, filters and the order: the most pressing first. */
  public Kind kind() {
    if (row.suspect().isPresent()) {
      return Kind.SUSPECT;
    }
    if (row.changes().stream().anyMatch(this::isOpen)) {
      return Kind.SLOWER;
    }
    return row.changes().isEmpty() ? Kind.SAME : Kind.MOVED;
  }

  private boolean isOpen(ChangePoint change) {
    return change.kind() != ChangeKind.ENVIRONMENT && change.isOpen() && words.isDirected(change);
  }

  /** How a series stands. */
  public enum Kind {
    /** It got worse, and nobody agreed to that. */
    SLOWER("worse"),
    /** Perhaps it moved. */
    SUSPECT("perhaps"),
    /** It moved, for the better, by the environment, or as agreed. */
    MOVED("moved"),
    /** It kept its level, or has too few nights. */
    SAME("no change");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The word for it. */
    public String words() {
      return words;
    }

    /** The name for style and script. */
    public String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the script draws: scores in steps between the smallest and the largest. */
  Map<String, Object> plain() {
    double[] all = row.scores().stream().mapToDouble(TrendSeries::shown).toArray();
    Scale scale = Scale.of(all);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("unit", TerminalText.clean(row.unit().symbol()));
    data.put("low", scale.low());
    data.put("high", scale.high());
    data.put("noise", row.isJudged() ? row.noise() : null);
    data.put("points", points(scale));
    data.put("segments", row.segments().stream().map(TrendSeries::segment).toList());
    List<ChangePoint> changes = new ArrayList<>(row.changes());
    row.suspect().ifPresent(changes::add);
    data.put("changes", changes.stream().map(this::change).toList());
    return data;
  }

  /**
   * Two characters for each night: its score in steps, brought to the most usual machine, and above
   * all steps where it does not count; {@value #MISSING} where there is none. A thousand nights of
   * three hundred series are 600 kB.
   */
  private String points(Scale scale) {
    String[] nights = new String[document.trend().nights().size()];
    Arrays.fill(nights, MISSING);
    for (NightScore score : row.scores()) {
      int step = (int) scale.step(shown(score));
      int value = score.counts() ? step : step + Scale.STEPS + 1;
      nights[score.night()] =
          "" + DIGITS.charAt(value / DIGITS.length()) + DIGITS.charAt(value % DIGITS.length());
    }
    return String.join("", nights);
  }

  private static double shown(NightScore score) {
    return score.adjusted().orElse(score.value());
  }

  private static List<Number> segment(LevelSegment segment) {
    return List.of(segment.from(), segment.to(), segment.level());
  }

  private Map<String, Object> change(ChangePoint change) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("kind", change.kind().label());
    data.put("night", change.night());
    data.put("worse", change.isWorse());
    data.put("size", size(change));
    data.put("when", words.nights(change.earliest(), change.latest()));
    data.put("interval", interval(change.interval()));
    data.put("p", Numbers.probability(OptionalDouble.of(change.p())));
    data.put("commits", words.commits(change.before(), change.night()).orElse(""));
    data.put("link", document.night(change.night()).commit().flatMap(links::to).orElse(null));
    data.put(
        "accepted",
        change.accepted().map(agreed -> TerminalText.clean(agreed.reason())).orElse(null));
    data.put("differences", change.differences().stream().map(TerminalText::clean).toList());
    return data;
  }

  private static String interval(Interval slowdown) {
    return Double.isInfinite(slowdown.upper())
        ? ""
        : RowNumbers.changeInWords(slowdown.lower())
            + " to "
            + RowNumbers.changeInWords(slowdown.upper());
  }
}
