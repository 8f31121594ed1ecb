package io.amorsize.jmh.report;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.history.KeyJson;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.SeriesNoise;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.result.JsonFile;
import io.amorsize.statistics.Interval;
import io.amorsize.trend.ChangeKind;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.LevelSegment;
import io.amorsize.trend.MachineTypes;
import io.amorsize.trend.NightGap;
import io.amorsize.trend.NightScore;
import io.amorsize.trend.RowTrend;
import io.amorsize.trend.SuiteTrend;
import io.amorsize.trend.TrendEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Series and their changes for programs: {@code amorsize.trend/1}; shares are no percent. */
public final class TrendJson {

  private final TrendDocument document;

  private TrendJson(TrendDocument document) {
    this.document = document;
  }

  /** The document. */
  public static String of(TrendDocument document) {
    return JsonFile.text(new TrendJson(document).json());
  }

  private Map<String, Object> json() {
    SuiteTrend trend = document.trend();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.trend/1");
    json.put("history", document.history());
    json.put("usualSessionSd", document.noise().isEmpty() ? null : document.noise().usual());
    json.put("summary", summary(trend));
    json.put("machines", machines(trend.machines()));
    json.put("gaps", trend.gaps().stream().map(TrendJson::gap).toList());
    json.put("events", trend.events().stream().map(this::event).toList());
    json.put("nights", nights());
    json.put("series", trend.rows().stream().map(this::series).toList());
    return json;
  }

  private static Map<String, Object> summary(SuiteTrend trend) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("series", trend.rows().size());
    json.put("judged", trend.rows().stream().filter(RowTrend::isJudged).count());
    json.put("nights", trend.nights().size());
    for (ChangeKind kind : ChangeKind.values()) {
      json.put(kind.label(), trend.changes().stream().filter(c -> c.kind() == kind).count());
    }
    json.put(ChangeKind.SUSPECT.label(), trend.suspects().size());
    json.put(
        "worseNotAccepted",
        trend.changes().stream()
            .filter(change -> change.kind() != ChangeKind.ENVIRONMENT && change.isOpen())
            .count());
    return json;
  }

  private static Map<String, Object> machines(MachineTypes machines) {
    List<Map<String, Object>> types = new ArrayList<>();
    for (int type = 0; type < machines.names().size(); type++) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("machine", machines.names().get(type));
      json.put("nights", machines.nights(type));
      types.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("basis", machines.basis().name().toLowerCase(Locale.ROOT));
    json.put("types", types);
    json.put("changedForGoodAt", machines.movedForGood());
    return json;
  }

  private static Map<String, Object> gap(NightGap gap) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", gap.before().toString());
    json.put("after", gap.after().toString());
    json.put("hours", gap.length().toMinutes() / 60.0);
    return json;
  }

  private List<Map<String, Object>> nights() {
    List<Integer> leftOut = document.trend().leftOut();
    List<Map<String, Object>> nights = new ArrayList<>();
    for (int night = 0; night < document.runs().size(); night++) {
      Map<String, Object> json = place(night);
      RecordedRun run = document.runs().get(night);
      json.put("name", run.origin().name());
      json.put("branch", run.origin().branch().orElse(null));
      json.put("machine", document.machine(night));
      json.put("environment", document.night(night).environment());
      json.put("counts", !leftOut.contains(night));
      nights.add(json);
    }
    return nights;
  }

  /** A night, by its position among all and what it measured. */
  private Map<String, Object> place(int night) {
    RecordedRun run = document.runs().get(night);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("night", night);
    json.put("run", run.hash());
    json.put("time", run.origin().time().toString());
    json.put("commit", run.origin().commit().orElse(null));
    return json;
  }

  private Map<String, Object> event(TrendEvent event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", event.kind().label());
    json.put("before", place(event.before()));
    json.put("after", place(event.night()));
    json.put("earliest", place(event.earliest()));
    json.put("latest", place(event.latest()));
    json.put("series", event.changes().size());
    json.put("worse", event.changes().stream().filter(ChangePoint::isWorse).count());
    json.put("worseNotAccepted", event.open().size());
    return json;
  }

  private Map<String, Object> series(RowTrend row) {
    Map<String, Object> json = KeyJson.key(row.key().row());
    SeriesNoise learned = document.noise().series().get(row.key());
    json.put("metric", row.key().metric());
    json.put("unit", row.unit().symbol());
    json.put("better", row.better().label());
    json.put("judged", row.isJudged());
    json.put("noise", row.isJudged() ? row.noise() : null);
    json.put("sessionSd", learned == null ? null : learned.sd());
    json.put("summary", row.summary().name().toLowerCase(Locale.ROOT));
    json.put("level", orNull(row.level()));
    json.put("leftOut", document.leftOut(row.key()));
    json.put("segments", row.segments().stream().map(TrendJson::segment).toList());
    json.put("changes", row.changes().stream().map(this::change).toList());
    json.put("suspect", row.suspect().map(this::change).orElse(null));
    json.put("points", row.scores().stream().map(this::point).toList());
    return json;
  }

  private static Map<String, Object> segment(LevelSegment segment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", segment.from());
    json.put("to", segment.to());
    json.put("nights", segment.nights());
    json.put("level", segment.level());
    return json;
  }

  private Map<String, Object> change(ChangePoint change) {
    Map<String, Object> json = new LinkedHashMap<>();
    Interval interval = change.interval();
    json.put("kind", change.kind().label());
    json.put("slowdown", change.slowdown());
    json.put(
        "ci",
        Double.isInfinite(interval.upper()) ? null : List.of(interval.lower(), interval.upper()));
    json.put("p", change.p());
    json.put("before", place(change.before()));
    json.put("after", place(change.night()));
    json.put("earliest", place(change.earliest()));
    json.put("latest", place(change.latest()));
    json.put("differences", change.differences());
    json.put("accepted", change.accepted().map(TrendJson::accepted).orElse(null));
    return json;
  }

  private static Map<String, Object> accepted(AcceptedChange accepted) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("upTo", accepted.upTo());
    json.put("reason", accepted.reason());
    json.put("by", accepted.by().isEmpty() ? null : accepted.by());
    return json;
  }

  private Map<String, Object> point(NightScore score) {
    RecordedRun run = document.runs().get(score.night());
    Map<String, Object> json = place(score.night());
    json.put("branch", run.origin().branch().orElse(null));
    json.put("value", score.value());
    json.put("adjusted", orNull(score.adjusted()));
    json.put("forks", score.forks());
    return json;
  }
}
