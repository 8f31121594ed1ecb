package io.amorsize.jmh.night;

import io.amorsize.result.JsonPlace;
import io.amorsize.verdict.DecisionRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A night against one baseline, in short; the rows are in a file of their own.
 *
 * @param role what the baseline is
 * @param baseline its name
 * @param measuredOn the day on which it was measured
 * @param jar SHA-256 of the jar that it keeps, where it keeps one
 * @param workloadsJar SHA-256 of the jar of workload providers that it keeps
 * @param counts what the rows say
 * @param environmentsDiffer whether both are known to come from different machines or JVMs
 * @param gap whether an expected benchmark is missing
 * @param notes what the comparison says besides its rows, a sentence each
 */
public record NightComparison(
    BaseRole role,
    String baseline,
    LocalDate measuredOn,
    Optional<String> jar,
    Optional<String> workloadsJar,
    Counts counts,
    boolean environmentsDiffer,
    boolean gap,
    List<String> notes) {

  /**
   * Rows of a comparison.
   *
   * @param rows all of them
   * @param judged those that could be judged
   * @param flagged those that may have got slower: called so, or suspects
   * @param faster those that got faster
   * @param accepted those that got slower as agreed
   * @param missing those of the baseline alone
   */
  public record Counts(int rows, int judged, int flagged, int faster, int accepted, int missing) {}

  /** Copies the notes. */
  public NightComparison {
    notes = List.copyOf(notes);
  }

  /** The same with a note at its end, or without it. */
  NightComparison withNote(String note, boolean holds) {
    List<String> others = new ArrayList<>(notes);
    others.remove(note);
    if (holds) {
      others.add(note);
    }
    return new NightComparison(
        role, baseline, measuredOn, jar, workloadsJar, counts, environmentsDiffer, gap, others);
  }

  Map<String, Object> plain() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("role", role.label());
    json.put("baseline", baseline);
    json.put("measured_on", measuredOn.toString());
    json.put("jar", jar.orElse(null));
    json.put("workloads_jar", workloadsJar.orElse(null));
    json.put("rows", counts.rows());
    json.put("judged", counts.judged());
    json.put("expected_by_chance", expectedByChance());
    json.put("flagged", counts.flagged());
    json.put("faster", counts.faster());
    json.put("accepted", counts.accepted());
    json.put("missing", counts.missing());
    json.put("environments_differ", environmentsDiffer);
    json.put("gap", gap);
    json.put("notes", notes);
    return json;
  }

  static NightComparison read(JsonPlace json) {
    return new NightComparison(
        json.at("role").text().equals(BaseRole.ANCHOR.label()) ? BaseRole.ANCHOR : BaseRole.ROLLING,
        json.at("baseline").text(),
        LocalDate.parse(json.at("measured_on").text()),
        json.at("jar").ifPresent().map(JsonPlace::text),
        json.at("workloads_jar").ifPresent().map(JsonPlace::text),
        new Counts(
            json.at("rows").integer(),
            json.at("judged").ifPresent().map(JsonPlace::integer).orElse(0),
            json.at("flagged").integer(),
            json.at("faster").integer(),
            json.at("accepted").integer(),
            json.at("missing").integer()),
        json.at("environments_differ").bool(),
        json.at("gap").bool(),
        json.at("notes").texts());
  }

  /** Rows that the rule flags by its measured rate where nothing changed. */
  double expectedByChance() {
    return DecisionRule.FLAG_RATE * counts.judged();
  }

  /** What it says, in a few words. */
  String sentence() {
    String rows = counts.rows() + (counts.rows() == 1 ? " row" : " rows");
    return counts.flagged() == 0
        ? rows + " against " + baseline + ", none suspect"
        : counts.flagged() + " of " + rows + " suspect against " + baseline;
  }
}
