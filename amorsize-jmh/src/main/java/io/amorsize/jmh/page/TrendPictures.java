package io.amorsize.jmh.page;

import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.jmh.report.TrendWords;
import io.amorsize.trend.SuiteTrend;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small picture of each series, and a large one of each that is opened. */
public final class TrendPictures {

  private final TrendDocument document;
  private final List<TrendSeries> series;
  private final String suffix;

  /**
   * The pictures of a page.
   *
   * @param links where commits can be looked at
   * @param suffix ends the names of its elements, so that a page can have other parts with filters
   */
  TrendPictures(TrendDocument document, CommitLinks links, String suffix) {
    this.document = document;
    this.suffix = suffix;
    TrendWords words = TrendWords.of(document);
    this.series =
        document.trend().rows().stream()
            .map(row -> new TrendSeries(row, document, words, links))
            .sorted(Comparator.comparing(TrendSeries::kind))
            .toList();
  }

  /** Ends the names of its elements. */
  public String suffix() {
    return suffix;
  }

  /** Whether any series has enough nights for a level. */
  public boolean hasLevels() {
    return document.trend().rows().stream().anyMatch(row -> row.level().isPresent());
  }

  /** The series, the most pressing first. */
  public List<TrendSeries> series() {
    return series;
  }

  /** How many series stand in each way, without ways in which none does. */
  public Map<TrendSeries.Kind, Long> counts() {
    return series.stream()
        .collect(
            Collectors.groupingBy(TrendSeries::kind, LinkedHashMap::new, Collectors.counting()));
  }

  /** What the script draws. */
  public String data() {
    SuiteTrend trend = document.trend();
    TrendWords words = TrendWords.of(document);
    List<Integer> nights = IntStream.range(0, trend.nights().size()).boxed().toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("times", nights.stream().map(n -> document.night(n).time().toEpochMilli()).toList());
    data.put("names", nights.stream().map(words::night).toList());
    data.put("types", trend.machines().types());
    data.put("machines", trend.machines().names());
    data.put(
        "gaps",
        trend.gaps().stream()
            .map(gap -> List.of(gap.before().toEpochMilli(), gap.after().toEpochMilli()))
            .toList());
    data.put("series", series.stream().map(TrendSeries::plain).toList());
    return InlineJson.of(data);
  }
}
