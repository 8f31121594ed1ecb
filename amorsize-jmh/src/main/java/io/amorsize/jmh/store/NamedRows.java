package io.amorsize.jmh.store;

import io.amorsize.result.Sha256;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A table of things that are stored once and then named by a number. What makes a thing itself is a
 * text of JSON; its hash is unique.
 */
final class NamedRows<T> {

  /**
   * What differs from table to table.
   *
   * @param selectIds gives numbers and hashes
   * @param selectAll gives numbers and texts
   * @param insert takes hash, text and then the columns
   * @param text the JSON of a thing
   * @param columns what else a thing has, for queries by hand
   * @param read a thing of its JSON
   */
  record Form<T>(
      String selectIds,
      String selectAll,
      String insert,
      Function<T, String> text,
      Function<T, List<String>> columns,
      Function<String, T> read) {}

  private final Connection connection;
  private final Form<T> form;

  NamedRows(Connection connection, Form<T> form) {
    this.connection = connection;
    this.form = form;
  }

  /** The numbers of things; those that are not there yet are added. */
  Map<T, Long> ids(Collection<T> things) throws SQLException {
    SortedMap<String, T> byHash = new TreeMap<>();
    things.stream()
        .distinct()
        .forEach(thing -> byHash.put(Sha256.hex(form.text().apply(thing)), thing));
    Map<String, Long> known = known();
    // In the order of the hashes, so that two writers never wait for each other.
    SortedMap<String, T> missing = new TreeMap<>(byHash);
    missing.keySet().removeAll(known.keySet());
    if (!missing.isEmpty()) {
      insert(missing);
      known = known();
    }
    Map<T, Long> ids = new HashMap<>();
    for (Map.Entry<String, T> entry : byHash.entrySet()) {
      ids.put(entry.getValue(), known.get(entry.getKey()));
    }
    return ids;
  }

  private Map<String, Long> known() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(form.selectIds());
        ResultSet rows = select.executeQuery()) {
      Map<String, Long> known = new HashMap<>();
      while (rows.next()) {
        known.put(rows.getString(2), rows.getLong(1));
      }
      return known;
    }
  }

  private void insert(SortedMap<String, T> missing) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(form.insert())) {
      for (Map.Entry<String, T> entry : missing.entrySet()) {
        List<String> values = new ArrayList<>();
        values.add(entry.getKey());
        values.add(form.text().apply(entry.getValue()));
        values.addAll(form.columns().apply(entry.getValue()));
        for (int i = 0; i < values.size(); i++) {
          insert.setString(i + 1, values.get(i));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** All things by their numbers. */
  Map<Long, T> all() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(form.selectAll());
        ResultSet rows = select.executeQuery()) {
      Map<Long, T> all = new HashMap<>();
      while (rows.next()) {
        all.put(rows.getLong(1), form.read().apply(rows.getString(2)));
      }
      return all;
    }
  }
}
