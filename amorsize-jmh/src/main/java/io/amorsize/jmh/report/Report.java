package io.amorsize.jmh.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A finished report: everything is decided, a format only writes it down.
 *
 * @param title what the report is about
 * @param headline the answer in a sentence
 * @param tone whether the answer is good
 * @param sections what it rests on
 * @param next what to do next, in a sentence
 */
public record Report(
    String title, String headline, Tone tone, List<Section> sections, String next) {

  /** Copies the sections. */
  public Report {
    sections = List.copyOf(sections);
  }

  /** The same with more sections at its end. */
  public Report with(List<? extends Section> more) {
    List<Section> all = new ArrayList<>(sections);
    all.addAll(more);
    return new Report(title, headline, tone, all, next);
  }
}
