package io.amorsize.jmh.report;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.result.JsonFile;
import io.amorsize.warmup.ForkWarmup;
import io.amorsize.warmup.Level;
import io.amorsize.warmup.RowWarmup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The warm-up of rows for programs: {@code amorsize.steady/1}. Iterations count from 0, and {@code
 * to} is the last one of a segment; means are in the row's unit. What is not known is null; so is
 * {@code steady} of a fork that is too short to tell.
 */
public final class SteadyJson {

  private SteadyJson() {}

  /** The document, rows in the order of the file. */
  public static String write(List<RowWarmup> rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.steady/1");
    json.put("rows", rows.stream().map(SteadyJson::row).toList());
    return JsonFile.text(json);
  }

  private static Map<String, Object> row(RowWarmup row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", row.key().benchmark());
    json.put("params", row.key().params());
    json.put("mode", row.key().mode().isEmpty() ? null : row.key().mode());
    json.put("forks", row.forks().stream().map(SteadyJson::fork).toList());
    return json;
  }

  private static Map<String, Object> fork(ForkWarmup fork) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("steady", fork.isTooShort() ? null : fork.isSteady());
    json.put("startIteration", orNull(fork.state().start()));
    json.put("startSeconds", orNull(fork.startSeconds()));
    json.put("segments", fork.levels().stream().map(SteadyJson::level).toList());
    return json;
  }

  private static Map<String, Object> level(Level level) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", level.stretch().from());
    json.put("to", level.stretch().to());
    json.put("mean", level.mean());
    return json;
  }
}
