package io.amorsize.jmh.report;

import io.amorsize.history.RecordedRun;
import io.amorsize.history.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs in a table, without the columns that say nothing. */
final class RunsTable {

  /** A column, what it holds, and when it says something. */
  private record Facet(
      Column column, Function<Recording, Cell> cell, Predicate<RecordedRun> saysSomething) {}

  private static final List<Facet> FACETS =
      List.of(
          new Facet(Column.words("run"), plain(RecordedRun::id), run -> true),
          new Facet(
              Column.words("measured (UTC)"),
              plain(run -> TimeOfRun.of(run.origin().time())),
              run -> true),
          new Facet(
              Column.words("commit"),
              plain(run -> run.origin().commit().map(RunsReport::shortened).orElse("-")),
              run -> run.origin().commit().isPresent()),
          new Facet(
              Column.words("branch"),
              plain(run -> run.origin().branch().orElse("-")),
              run -> run.origin().branch().isPresent()),
          new Facet(
              Column.numbers("rows"),
              plain(run -> Integer.toString(run.rows())),
              run -> run.rows() > 0),
          new Facet(
              Column.numbers("workloads"),
              plain(run -> Integer.toString(run.results())),
              run -> run.results() > 0),
          new Facet(Column.words("name"), plain(run -> run.origin().name()), run -> true));

  private static final Facet STATE =
      new Facet(
          Column.words("state"),
          recording -> recording.isNew() ? Cell.of("new") : new Cell("known", Tone.FAINT),
          run -> true);

  private RunsTable() {}

  private static Function<Recording, Cell> plain(Function<RecordedRun, String> text) {
    return recording -> Cell.of(text.apply(recording.run()));
  }

  static Section of(List<RecordedRun> runs) {
    return table(FACETS, runs.stream().map(run -> new Recording(run, false)).toList());
  }

  static Section recorded(List<Recording> recordings) {
    List<Facet> facets = new ArrayList<>(FACETS);
    facets.add(1, STATE);
    return table(facets, recordings);
  }

  private static Section table(List<Facet> facets, List<Recording> recordings) {
    List<Facet> shown =
        facets.stream()
            .filter(
                facet -> recordings.stream().map(Recording::run).anyMatch(facet.saysSomething()))
            .toList();
    return new Section.Table(
        "",
        shown.stream().map(Facet::column).toList(),
        recordings.stream()
            .map(recording -> shown.stream().map(facet -> facet.cell().apply(recording)).toList())
            .toList());
  }
}
