package io.amorsize.jmh.store;

import io.amorsize.history.RecordedRun;
import io.amorsize.history.Sample;
import io.amorsize.history.SeriesAssembly;
import io.amorsize.result.JsonFile;
import io.amorsize.result.Metric;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;

/** The table of what runs say of series. */
final class SampleTable {

  private final Connection connection;

  SampleTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * A sample and where it belongs.
   *
   * @param series number of its series
   * @param shape number of its shape
   * @param sample the sample
   */
  record Entry(long series, long shape, Sample sample) {}

  /** Adds the samples of a run, in the order in which they lie in the table. */
  void insert(long run, List<Entry> entries) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO sample (series_id, run_id, position, shape_id, problem, scores)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      for (Entry entry :
          entries.stream().sorted(Comparator.comparingLong(Entry::series)).toList()) {
        insert.setLong(1, entry.series());
        insert.setLong(2, run);
        insert.setInt(3, entry.sample().position());
        insert.setLong(4, entry.shape());
        insert.setString(5, problem(entry.sample().metric()));
        insert.setBytes(6, ScoreBlob.write(entry.sample().metric()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Why a metric cannot be judged, as JSON, which holds any text; null where it can. */
  private static String problem(Metric metric) {
    return metric.problem().map(text -> JsonFile.line(Map.of("text", text))).orElse(null);
  }

  /** The samples of a run's rows. */
  List<Sample> ofRun(long run, Map<Long, SeriesRow> series, Map<Long, Shape> shapes)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT series_id, position, shape_id, problem, scores FROM sample"
                + " WHERE run_id = ? AND position >= 0")) {
      select.setLong(1, run);
      try (ResultSet rows = select.executeQuery()) {
        List<Sample> found = new ArrayList<>();
        while (rows.next()) {
          SeriesRow of = series.get(rows.getLong(1));
          Shape shape = shapes.get(rows.getLong(3));
          Metric metric = metric(rows.getBytes(5), shape, rows.getString(4));
          found.add(
              new Sample(
                  of.key(),
                  rows.getInt(2),
                  of.occurrence(),
                  shape.plan(),
                  metric,
                  shape.settings()));
        }
        return found;
      }
    }
  }

  /** Adds what some runs say of a series. */
  void addSeries(
      long series, Map<Long, RecordedRun> runs, Map<Long, Shape> shapes, SeriesAssembly assembly)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT run_id, shape_id, problem, scores FROM sample"
                + " WHERE series_id = ? AND run_id BETWEEN ? AND ?")) {
      LongSummaryStatistics ids =
          runs.keySet().stream().mapToLong(Long::longValue).summaryStatistics();
      select.setLong(1, series);
      select.setLong(2, ids.getMin());
      select.setLong(3, ids.getMax());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          RecordedRun run = runs.get(rows.getLong(1));
          Shape shape = shapes.get(rows.getLong(2));
          // What came after the others were read is left for the next time.
          if (run != null && shape != null) {
            Metric metric = metric(rows.getBytes(4), shape, rows.getString(3));
            assembly.add(run, metric, shape.settings());
          }
        }
      }
    }
  }

  private static Metric metric(byte[] scores, Shape shape, String problem) {
    Optional<String> text =
        Optional.ofNullable(problem)
            .map(json -> JsonFile.parse("a problem", json).at("text").text());
    return ScoreBlob.read(scores, shape.unit(), text);
  }

  void deleteRun(long run) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM sample WHERE run_id = ?")) {
      delete.setLong(1, run);
      delete.executeUpdate();
    }
  }
}
