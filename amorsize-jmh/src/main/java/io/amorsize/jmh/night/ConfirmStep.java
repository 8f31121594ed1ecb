package io.amorsize.jmh.night;

import io.amorsize.history.KeptJar;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedComparison;
import io.amorsize.jmh.json.RecordedRow;
import io.amorsize.jmh.night.ConfirmedRow.Status;
import io.amorsize.result.BenchmarkKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures what was flagged again, the baseline's jar and tonight's fork by fork in one session,
 * and judges it on the new forks alone.
 */
final class ConfirmStep implements NightStep {

  @Override
  public String word() {
    return "confirm";
  }

  @Override
  public String run(Night night) {
    Work work = new Work(night);
    NightComparisons.read(night.folder().comparisons()).with().forEach(work::settle);
    Confirmation found = work.confirmation();
    found.write(night.folder().confirmation());
    return found.sentence();
  }

  /** Settles the rows of one baseline after the other. */
  private static final class Work {

    private final Night night;
    private final List<ConfirmedRow> rows = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    /** What was settled of a row, by jar: the same question is not asked twice. */
    private final Map<List<Object>, ConfirmedRow> settled = new HashMap<>();

    private boolean outOfTime;

    Work(Night night) {
      this.night = night;
    }

    Confirmation confirmation() {
      return new Confirmation(rows, outOfTime, failures);
    }

    void settle(NightComparison with) {
      RecordedComparison comparison =
          ComparisonFile.read(night.folder().comparison(with.baseline()));
      List<RecordedRow> open = new ArrayList<>();
      for (RecordedRow row : comparison.open()) {
        Optional<ConfirmedRow> known = known(with, row);
        known.ifPresent(rows::add);
        if (known.isEmpty()) {
          open.add(row);
        }
      }
      if (open.isEmpty()) {
        return;
      }
      Optional<String> obstacle = obstacle(with);
      if (isSameCode(with)) {
        open.forEach(row -> rows.add(row(with, row, Status.SAME_CODE, "")));
      } else if (obstacle.isPresent()) {
        open.forEach(row -> rows.add(row(with, row, Status.OPEN, obstacle.get())));
      } else {
        measure(with, comparison.withRows(open));
      }
    }

    private Optional<ConfirmedRow> known(NightComparison with, RecordedRow row) {
      return Optional.ofNullable(settled.get(question(with, row)))
          .map(
              same ->
                  new ConfirmedRow(
                      with.baseline(),
                      row.key(),
                      row.metric(),
                      same.status(),
                      same.slowdown(),
                      row.slowdown(),
                      same.why()));
    }

    private static List<Object> question(NightComparison with, RecordedRow row) {
      return List.of(with.jar(), with.workloadsJar(), row.base(), row.current(), row.metric());
    }

    private boolean isSameCode(NightComparison with) {
      return with.jar().isPresent()
          && with.jar().equals(night.state().jar())
          && with.workloadsJar().equals(night.state().workloadsJar());
    }

    private Optional<String> obstacle(NightComparison with) {
      if (night.measurement().again().isEmpty()) {
        return Optional.of("nobody knows tonight's jar");
      }
      if (with.jar().isEmpty()) {
        return Optional.of("baseline '" + with.baseline() + "' keeps no jar");
      }
      Optional<KeptJar> gone = jars(with).stream().filter(jar -> !jar.isThere()).findFirst();
      return gone.map(
          jar ->
              "the jar " + jar.shortHash() + " of '" + with.baseline() + "' is not here any more");
    }

    private List<KeptJar> jars(NightComparison with) {
      List<KeptJar> jars = new ArrayList<>();
      with.jar().map(this::kept).ifPresent(jars::add);
      with.workloadsJar().map(this::kept).ifPresent(jars::add);
      return jars;
    }

    private KeptJar kept(String sha256) {
      return night.settings().bases().store().jar(sha256);
    }

    private void measure(NightComparison with, RecordedComparison open) {
      JarSide tonight = night.measurement().again().orElseThrow().side();
      JarSide base =
          tonight
              .withJars(jars(with).stream().map(KeptJar::verified).toList())
              .withLabel(with.baseline());
      ConfirmSession session = new ConfirmSession(night, with, open);
      ConfirmSession.Result result = session.run(base, tonight.withLabel(night.folder().id()));
      outOfTime |= result.outOfTime();
      failures.addAll(result.failures());
      for (RecordedRow row : open.rows()) {
        ConfirmedRow confirmed = result.of(row);
        rows.add(confirmed);
        settled.put(question(with, row), confirmed);
      }
    }

    private static ConfirmedRow row(
        NightComparison with, RecordedRow row, Status status, String why) {
      BenchmarkKey key = row.key();
      return new ConfirmedRow(
          with.baseline(), key, row.metric(), status, OptionalDouble.empty(), row.slowdown(), why);
    }
  }
}
