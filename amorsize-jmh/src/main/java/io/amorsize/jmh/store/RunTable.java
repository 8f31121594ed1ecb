package io.amorsize.jmh.store;

import io.amorsize.history.OriginJson;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunOrigin;
import io.amorsize.result.JsonFile;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The table of runs. */
final class RunTable {

  private static final String COLUMNS = "hash, recorded_at, origin, row_count, result_count";

  private final Connection connection;

  RunTable(Connection connection) {
    this.connection = connection;
  }

  /** What a run holds beside its samples. */
  record Content(long id, Map<String, PerformanceResult> results) {}

  /** Adds a run unless its hash is there already; tells whether it was added. */
  boolean insert(RecordedRun run, Map<String, PerformanceResult> results) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO run (hash, measured_at, recorded_at, name, commit_hash, branch, origin,"
                + " row_count, result_count, results) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (hash) DO NOTHING")) {
      RunOrigin origin = run.origin();
      insert.setString(1, run.hash());
      insert.setLong(2, origin.time().toEpochMilli());
      insert.setLong(3, run.recordedAt().toEpochMilli());
      insert.setString(4, ColumnText.of(origin.name()));
      insert.setString(5, origin.commit().map(ColumnText::of).orElse(null));
      insert.setString(6, origin.branch().map(ColumnText::of).orElse(null));
      insert.setString(7, JsonFile.line(OriginJson.plain(origin)));
      insert.setInt(8, run.rows());
      insert.setInt(9, run.results());
      insert.setBytes(10, results.isEmpty() ? null : zipped(results));
      return insert.executeUpdate() == 1;
    }
  }

  /** All runs by the time of measuring. */
  List<RecordedRun> all() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM run ORDER BY measured_at, hash");
        ResultSet rows = select.executeQuery()) {
      List<RecordedRun> found = new ArrayList<>();
      while (rows.next()) {
        found.add(run(rows));
      }
      return found;
    }
  }

  /** Those of some runs that are there, by their numbers. */
  Map<Long, RecordedRun> numbered(List<RecordedRun> runs) throws SQLException {
    Map<String, RecordedRun> byHash = new HashMap<>();
    runs.forEach(run -> byHash.put(run.hash(), run));
    try (PreparedStatement select = connection.prepareStatement("SELECT id, hash FROM run");
        ResultSet rows = select.executeQuery()) {
      Map<Long, RecordedRun> found = new HashMap<>();
      while (rows.next()) {
        RecordedRun run = byHash.get(rows.getString(2));
        if (run != null) {
          found.put(rows.getLong(1), run);
        }
      }
      return found;
    }
  }

  private static RecordedRun run(ResultSet row) throws SQLException {
    String hash = row.getString(1);
    return new RecordedRun(
        hash,
        OriginJson.read(JsonFile.parse("run " + hash, row.getString(3))),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getInt(4),
        row.getInt(5));
  }

  Optional<RecordedRun> find(String hash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM run WHERE hash = ?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(run(row)) : Optional.empty();
      }
    }
  }

  Optional<Long> findId(String hash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM run WHERE hash = ?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  long id(String hash) throws SQLException {
    return findId(hash).orElseThrow(() -> new SQLException("a run that was added is not there"));
  }

  Optional<Content> content(String hash) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id, results FROM run WHERE hash = ?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        byte[] bytes = row.getBytes(2);
        return Optional.of(
            new Content(row.getLong(1), bytes == null ? Map.of() : unzipped(hash, bytes)));
      }
    }
  }

  void delete(long id) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM run WHERE id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }

  private static byte[] zipped(Map<String, PerformanceResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(PerformanceResultJson.write(results.values()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, PerformanceResult> unzipped(String hash, byte[] bytes) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      return PerformanceResultJson.read(JsonFile.parse("results of run " + hash, text));
    } catch (IOException e) {
      throw new IllegalArgumentException("the results of run " + hash + " cannot be unpacked", e);
    }
  }
}
