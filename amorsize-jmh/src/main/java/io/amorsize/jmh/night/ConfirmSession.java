package io.amorsize.jmh.night;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.OpenRows;
import io.amorsize.jmh.interleaved.PairedSession;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionOutcome;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.interleaved.UnitRunner;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedComparison;
import io.amorsize.jmh.json.RecordedRow;
import io.amorsize.jmh.night.ConfirmedRow.Status;
import io.amorsize.jmh.page.ComparisonPage;
import io.amorsize.jmh.report.ComparisonJson;
import io.amorsize.jmh.report.ComparisonMarkdown;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.SessionFacts;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.policy.Glob;
import io.amorsize.result.WholeFile;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.RowSelection;
import io.amorsize.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The session that settles what was flagged against one baseline. */
final class ConfirmSession {

  private final Night night;
  private final NightComparison with;
  private final OpenRows open;

  ConfirmSession(Night night, NightComparison with, RecordedComparison comparison) {
    this.night = night;
    this.with = with;
    this.open = new OpenRows(comparison);
  }

  /**
   * What the session found.
   *
   * @param baseline the baseline's name
   * @param outcome how it ended
   */
  record Result(String baseline, SessionOutcome outcome) {

    boolean outOfTime() {
      return outcome.ending() == SessionOutcome.Ending.OUT_OF_TIME;
    }

    List<String> failures() {
      return outcome.failures().stream().map(SessionOutcome.Failure::message).toList();
    }

    /** What became of a row. */
    ConfirmedRow of(RecordedRow row) {
      Optional<RowComparison> measured =
          outcome.comparison().rows().stream()
              .filter(each -> each.key().withoutPlan().equals(row.key().withoutPlan()))
              .filter(each -> each.metric().equals(row.metric()))
              .findFirst();
      return new ConfirmedRow(
          baseline,
          row.key(),
          row.metric(),
          measured.map(this::status).orElse(Status.OPEN),
          measured.map(each -> each.change().slowdown()).orElse(OptionalDouble.empty()),
          row.slowdown(),
          measured.map(this::why).orElse("it could not be measured"));
    }

    private Status status(RowComparison row) {
      if (row.verdict() == Verdict.SLOWER) {
        return row.accepted().isPresent() ? Status.ACCEPTED : Status.CONFIRMED;
      }
      return isLeftOpen(row) ? Status.OPEN : Status.CLEARED;
    }

    private boolean isLeftOpen(RowComparison row) {
      return row.suspect() || (outOfTime() && row.isOpen());
    }

    private String why(RowComparison row) {
      if (row.verdict() == Verdict.SLOWER || !isLeftOpen(row)) {
        return "";
      }
      return outOfTime() ? "the time was used up" : "it stood out, but not beyond doubt";
    }
  }

  /**
   * Measures.
   *
   * @param base the baseline's jar
   * @param tonight the jar that is measured tonight
   */
  Result run(JarSide base, JarSide tonight) {
    SessionFolder folder = new SessionFolder(night.folder().session(with.baseline()));
    NightMeasurement.Again again = night.measurement().again().orElseThrow();
    SessionSides sides = new SessionSides(base, tonight, again.arguments());
    return night.tools().forks().using(folder.path(), forks -> measure(forks, folder, sides));
  }

  private Result measure(JarForks forks, SessionFolder folder, SessionSides sides) {
    SessionSpec spec = spec(folder, sides);
    ForkTools tools = night.tools().forks();
    UnitRunner runner = new UnitRunner(forks, sides, folder, tools.memory(), tools.forkTimeout());
    PairedSession session =
        new PairedSession(
            folder, spec, runner, night.settings().confirming(), night.tools().nanoTime());
    SessionOutcome outcome =
        tools.stoppable(runner::stop, () -> session.run(judge(), night.tools().listener()));
    if (outcome.ending() == SessionOutcome.Ending.STOPPED) {
      throw new BenchmarkFailedException("stopped");
    }
    write(new SessionFacts(outcome, folder.path(), true));
    return new Result(with.baseline(), outcome);
  }

  private PairedSession.Judge judge() {
    DecisionRule rule =
        open.rule(
                night.settings().judging().ruleFor(with.measuredOn()).policy(),
                night.settings().judging().today())
            .withNoise(KnownNoise.of(night).withinSession());
    RowSelection selection =
        new RowSelection(List.of(), List.of(), open.metrics().stream().map(Glob::new).toList());
    return (before, now) ->
        Comparison.ofSession(before, now, rule, selection, night.settings().confirming().design());
  }

  /** The session's folder says what the folder of any session does. */
  private static void write(SessionFacts facts) {
    Path folder = facts.folder();
    ComparisonReport report = ComparisonReport.of(facts);
    WholeFile.write(
        folder.resolve(SessionFolder.COMPARISON),
        ComparisonJson.write(report.comparison(), Optional.of(facts)));
    WholeFile.write(folder.resolve("report.md"), ComparisonMarkdown.write(report));
    WholeFile.write(folder.resolve("report.html"), ComparisonPage.write(report));
  }

  /** Judges the forks of a session that has ended once more; empty where it has none. */
  Optional<Comparison> recalled() {
    SessionFolder folder = new SessionFolder(night.folder().session(with.baseline()));
    Path written = folder.path().resolve(SessionFolder.COMPARISON);
    if (open.isEmpty()
        || !Files.isRegularFile(written)
        || ComparisonFile.read(written).rows().isEmpty()) {
      return Optional.empty();
    }
    SessionSpec spec = folder.spec();
    return Optional.of(
        judge()
            .judge(
                folder.measured(SessionSide.BASE, spec),
                folder.measured(SessionSide.CANDIDATE, spec)));
  }

  private SessionSpec spec(SessionFolder folder, SessionSides sides) {
    if (folder.isSession()) {
      return folder.spec();
    }
    SessionSpec spec =
        new SessionSpec(
            List.of("nightly"),
            night.state().startedAt().toEpochMilli(),
            SessionSides.recorded(sides.base()),
            SessionSides.recorded(sides.candidate()),
            open.units(RowSelection.PRIMARY_OF_ALL, sides),
            List.of(),
            List.of());
    folder.begin(spec);
    return spec;
  }
}
