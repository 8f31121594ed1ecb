package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Table;
import io.amorsize.result.JsonFile;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Whether the gate passed what it must pass and caught what it must catch. */
public final class SelfTestReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("side"),
          Column.words("benchmark"),
          Column.numbers("change"),
          Column.numbers("p"),
          Column.words("verdict"));

  private SelfTestReport() {}

  /**
   * The report.
   *
   * @param copy the unchanged copy against the base
   * @param passes whether the copy passed
   * @param slowed the slowed side against the base
   * @param caught whether every slowed row was caught
   */
  public static Report of(Comparison copy, boolean passes, Comparison slowed, boolean caught) {
    List<List<Cell>> rows = new ArrayList<>();
    copy.rows().forEach(row -> rows.add(cells("unchanged copy", row)));
    slowed.rows().forEach(row -> rows.add(cells("slowed x 1.5", row)));
    String headline =
        (passes ? "The unchanged copy passes" : "The unchanged copy was called changed")
            + (passes == caught ? ", and " : ", but ")
            + (caught ? "the planted slowdown is caught." : "the planted slowdown got through.");
    return new Report(
        "Self-test",
        headline,
        passes && caught ? Tone.GOOD : Tone.BAD,
        List.of(new Table("", COLUMNS, rows)),
        passes && caught
            ? "Next: compare your own results with 'compare BASE CURRENT'."
            : "Next: run it again when the machine is quiet; a gate that fails twice is no gate.");
  }

  private static List<Cell> cells(String side, RowComparison row) {
    String name = row.key().benchmark();
    OptionalDouble slowdown = row.change().slowdown();
    return List.of(
        Cell.of(side),
        Cell.of(name.substring(name.lastIndexOf('.') + 1)),
        Cell.of(slowdown.isEmpty() ? "-" : Numbers.change(100 * (slowdown.getAsDouble() - 1))),
        Cell.of(Numbers.probability(row.change().p())),
        Cell.of(row.verdict().label()));
  }

  /** The same for programs. */
  public static String json(Comparison copy, boolean passes, Comparison slowed, boolean caught) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.self-test/1");
    json.put("passed", passes && caught);
    json.put("copy_passes", passes);
    json.put("slowdown_caught", caught);
    json.put("copy", copy.rows().stream().map(SelfTestReport::row).toList());
    json.put("slowed", slowed.rows().stream().map(SelfTestReport::row).toList());
    return JsonFile.text(json);
  }

  private static Map<String, Object> row(RowComparison row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", row.key().benchmark());
    OptionalDouble slowdown = row.change().slowdown();
    json.put("slowdown", slowdown.isEmpty() ? null : slowdown.getAsDouble());
    json.put("verdict", row.verdict().label());
    return json;
  }
}
