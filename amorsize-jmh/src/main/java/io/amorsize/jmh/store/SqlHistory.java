package io.amorsize.jmh.store;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.NewRun;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.Recording;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunFilter;
import io.amorsize.history.RunSamples;
import io.amorsize.history.Series;
import io.amorsize.history.SeriesAssembly;
import io.amorsize.history.SeriesKey;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.RowSelection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A history in a database that speaks SQL. One connection, used by one thread at a time; whoever
 * wants to write at the same time opens a history of their own.
 */
final class SqlHistory implements HistoryStore {

  private final String place;
  private final Connection connection;
  private final InstantSource clock;
  private final RunTable runs;
  private final NamedRows<SeriesRow> seriesRows;
  private final NamedRows<Shape> shapes;
  private final SampleTable samples;
  private final NoiseTable noises;
  private final CalibrationTable calibrations;

  /**
   * A history.
   *
   * @param place what its user calls it, without secrets
   * @param connection to a database with the current schema; closed with this
   * @param clock says when runs are recorded
   */
  SqlHistory(String place, Connection connection, InstantSource clock) {
    this.place = place;
    this.connection = connection;
    this.clock = clock;
    this.runs = new RunTable(connection);
    this.seriesRows = SeriesRow.table(connection);
    this.shapes = Shape.table(connection);
    this.samples = new SampleTable(connection);
    this.noises = new NoiseTable(connection, seriesRows);
    this.calibrations = new CalibrationTable(connection);
  }

  /** Something done with the database. */
  private interface Work<T> {
    T run() throws SQLException;
  }

  private <T> T read(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw StoreProblem.of(place, e);
    } catch (IllegalArgumentException e) {
      throw new ResultFormatException(place + ": is damaged: " + e.getMessage(), e);
    }
  }

  /** Does all of it or nothing. */
  private <T> T write(Work<T> work) {
    return read(
        () -> {
          try {
            connection.setAutoCommit(false);
            T result = work.run();
            connection.commit();
            return result;
          } finally {
            // What was committed stays; setting it back alone would commit the rest.
            evenIfNothingBegan(connection::rollback);
            evenIfNothingBegan(() -> connection.setAutoCommit(true));
          }
        });
  }

  /** Something done with the database that gives nothing back. */
  private interface Step {
    void run() throws SQLException;
  }

  private void change(Step step) {
    write(
        () -> {
          step.run();
          return null;
        });
  }

  /** Where another process holds the lock, nothing began that could end; why is known already. */
  private static void evenIfNothingBegan(Step ending) {
    try {
      ending.run();
    } catch (SQLException e) {
      // A connection that is gone takes its transaction with it.
    }
  }

  @Override
  public Recording record(NewRun run) {
    RunContent content = run.content();
    RecordedRun recorded =
        new RecordedRun(
            content.hash(),
            run.origin(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            content.rows().size(),
            content.results().size());
    return write(
        () -> {
          if (!runs.insert(recorded, content.results())) {
            return new Recording(runs.find(recorded.hash()).orElseThrow(), false);
          }
          insertSamples(runs.id(recorded.hash()), content);
          return new Recording(recorded, true);
        });
  }

  private void insertSamples(long run, RunContent content) throws SQLException {
    var all = RunSamples.of(content);
    Map<SeriesRow, Long> seriesIds = seriesRows.ids(all.stream().map(SeriesRow::of).toList());
    Map<Shape, Long> shapeIds = shapes.ids(all.stream().map(Shape::of).toList());
    samples.insert(
        run,
        all.stream()
            .map(
                sample ->
                    new SampleTable.Entry(
                        seriesIds.get(SeriesRow.of(sample)),
                        shapeIds.get(Shape.of(sample)),
                        sample))
            .toList());
  }

  @Override
  public List<RecordedRun> runs(RunFilter filter) {
    return read(() -> filter.of(runs.all()));
  }

  @Override
  public RunContent content(RecordedRun run) {
    return read(
        () -> {
          Optional<RunTable.Content> kept = runs.content(run.hash());
          if (kept.isEmpty()) {
            throw new ResultFormatException(
                place + ": run " + run.id() + " is not there any more; somebody deleted it");
          }
          return new RunContent(
              RunSamples.rows(samples.ofRun(kept.get().id(), seriesRows.all(), shapes.all())),
              kept.get().results());
        });
  }

  @Override
  public void series(List<RecordedRun> chosen, RowSelection selection, Consumer<Series> receiver) {
    Map<Long, RecordedRun> points = read(() -> runs.numbered(chosen));
    Map<Long, Shape> known = read(shapes::all);
    Map<SeriesKey, Long> wanted = new TreeMap<>();
    read(seriesRows::all).forEach((id, row) -> addIfWanted(wanted, selection, id, row));
    wanted.forEach((key, id) -> one(key, id, points, known).ifPresent(receiver));
  }

  private static void addIfWanted(
      Map<SeriesKey, Long> wanted, RowSelection selection, long id, SeriesRow row) {
    SeriesKey key = row.key();
    if (row.occurrence() == 0 && selection.takes(key.row()) && selection.takes(key.metric())) {
      wanted.put(key, id);
    }
  }

  private Optional<Series> one(
      SeriesKey key, long id, Map<Long, RecordedRun> points, Map<Long, Shape> known) {
    return read(
        () -> {
          SeriesAssembly assembly = new SeriesAssembly(key);
          samples.addSeries(id, points, known, assembly);
          return assembly.series();
        });
  }

  @Override
  public LearnedNoise noise() {
    return read(noises::read);
  }

  @Override
  public void keep(LearnedNoise noise) {
    change(() -> noises.replace(noise));
  }

  @Override
  public Optional<String> calibration(String fingerprint) {
    return read(() -> calibrations.find(fingerprint));
  }

  @Override
  public void keepCalibration(String fingerprint, String document) {
    change(() -> calibrations.replace(fingerprint, document));
  }

  @Override
  public int delete(List<RecordedRun> gone) {
    return write(
        () -> {
          int found = 0;
          for (RecordedRun run : gone) {
            Optional<Long> id = runs.findId(run.hash());
            if (id.isPresent()) {
              samples.deleteRun(id.get());
              runs.delete(id.get());
              found++;
            }
          }
          return found;
        });
  }

  @Override
  public void close() {
    read(
        () -> {
          connection.close();
          return null;
        });
  }
}
