package io.amorsize.jmh.report;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.jmh.interleaved.SessionOutcome;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A comparison in words: what all forms of it say alike. */
public final class ComparisonReport {

  /** What a reader must know before the first row. */
  private static final Set<FindingCode> FIRST =
      EnumSet.of(
          FindingCode.MANIFEST_GAP,
          FindingCode.NO_BASELINE,
          FindingCode.ENVIRONMENT_DIFFERS,
          FindingCode.JDK_DIFFERS,
          FindingCode.JVM_ARGS_DIFFER,
          FindingCode.ENVIRONMENT_SHIFTED);

  private final Comparison comparison;
  private final SideFacts sides;
  private final CommonFacts facts;
  private final Optional<SessionFacts> session;

  private ComparisonReport(Comparison comparison, SideFacts sides, Optional<SessionFacts> session) {
    this.comparison = comparison;
    this.sides = sides;
    this.session = session;
    this.facts =
        CommonFacts.of(
            Stream.of(
                    comparison.rows().stream().map(RowComparison::key),
                    comparison.missing().stream(),
                    comparison.added().stream())
                .flatMap(keys -> keys)
                .toList());
  }

  /** The words of a comparison. */
  public static ComparisonReport of(Comparison comparison) {
    return new ComparisonReport(comparison, SideFacts.UNKNOWN, Optional.empty());
  }

  /** The words of a comparison of two runs, which also know the JVMs that all rows share. */
  public static ComparisonReport of(
      Comparison comparison, BenchmarkRun base, BenchmarkRun current) {
    return new ComparisonReport(comparison, SideFacts.of(base, current), Optional.empty());
  }

  /** The words of a session that measured both sides fork by fork. */
  public static ComparisonReport of(SessionFacts session) {
    SessionOutcome outcome = session.outcome();
    SideFacts sides = SideFacts.of(outcome.base(), outcome.candidate());
    return new ComparisonReport(outcome.comparison(), sides, Optional.of(session));
  }

  /** What is told. */
  public Comparison comparison() {
    return comparison;
  }

  /** The answer in a sentence. */
  public String headline() {
    StringBuilder text = new StringBuilder();
    if (comparison.rows().isEmpty()) {
      text.append(
          session.isPresent()
              ? "Nothing was measured on both sides"
              : "The sides have no row in common, so nothing was compared");
    } else {
      text.append(comparison.count(Verdict.SLOWER)).append(" slower").append(accepted());
      text.append(", ").append(comparison.count(Verdict.FASTER)).append(" faster");
      text.append(", ").append(comparison.count(Verdict.SAME)).append(" same, ");
      text.append(comparison.count(Verdict.INCONCLUSIVE)).append(" cannot tell");
      text.append(counted(" (", comparison.suspects().size(), "suspect", ")"));
    }
    text.append(counted(", ", comparison.missing().size(), "row", " missing"));
    text.append(counted(", ", comparison.added().size(), "row", " new"));
    if (comparison.rows().stream().anyMatch(RowComparison::isJudged)) {
      text.append(
          String.format(
              Locale.ROOT, "; %.2f false alarms expected", comparison.expectedFalseAlarms()));
    }
    session.map(SessionFacts::ending).ifPresent(text::append);
    text.append(comparison.hasManifestGap() ? "; expected benchmarks did not run" : "");
    text.append(
        comparison.environmentsDiffer() ? "; the environments differ, so this is advice only" : "");
    return text.append('.').toString();
  }

  private String accepted() {
    int accepted = comparison.count(Verdict.SLOWER) - comparison.regressions().size();
    return accepted == 0 ? "" : " (" + accepted + " accepted)";
  }

  /** A count with its noun, or nothing for 0. */
  private static String counted(String before, int count, String noun, String after) {
    return count == 0 ? "" : before + count + " " + noun + (count == 1 ? "" : "s") + after;
  }

  /** Whether the answer is good. */
  public Tone tone() {
    if (comparison.hasManifestGap() || !failures().isEmpty()) {
      return Tone.BAD;
    }
    if (!comparison.regressions().isEmpty()) {
      return comparison.environmentsDiffer() ? Tone.UNSURE : Tone.BAD;
    }
    boolean told = comparison.suspects().isEmpty() && comparison.count(Verdict.INCONCLUSIVE) == 0;
    boolean whole =
        comparison.missing().isEmpty() && session.filter(SessionFacts::isCutShort).isEmpty();
    return told && whole && !comparison.rows().isEmpty() ? Tone.GOOD : Tone.UNSURE;
  }

  /** A row without what it shares with all others: {@code Lists.sort size=1000}. */
  public String name(BenchmarkKey key) {
    return facts.name(key);
  }

  /** A row with its metric, where that is not the benchmark's own score. */
  public String name(RowComparison row) {
    boolean primary = row.metric().equals(RowComparison.PRIMARY);
    return name(row.key()) + (primary ? "" : " " + row.metric());
  }

  /** What is said about a row: verdict, change, test, both sides, and what helps. */
  public String sentence(RowComparison row) {
    return RowSentence.of(row, comparison.rule());
  }

  /** The same without what helps, for a row that others tell more of. */
  public String facts(RowComparison row) {
    return RowSentence.facts(row);
  }

  /** What to do next. */
  public String next() {
    return NextStep.of(comparison, session);
  }

  /** What it would take to answer where the comparison could not; empty where it could. */
  public List<String> needed() {
    return MissingForks.of(comparison);
  }

  /** What could not be measured. */
  public List<Paragraph> failures() {
    return session.stream()
        .flatMap(facts -> facts.failures().stream())
        .map(text -> new Paragraph(text, Tone.BAD))
        .toList();
  }

  /** How both sides were measured, where one session did that. */
  public List<String> measuring() {
    return session.map(SessionFacts::sentences).orElse(List.of());
  }

  /** The facts of the session that measured both sides, if one did. */
  public Optional<SessionFacts> session() {
    return session;
  }

  /** Labels of the sides, and everything that all rows share, as sentences. */
  List<String> settings() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Base: " + comparison.base() + ". Current: " + comparison.current() + ".");
    facts().forEach(fact -> sentences.add(fact.label() + ": " + fact.text() + "."));
    return sentences;
  }

  /**
   * Something that is said once for all rows.
   *
   * @param label what it is
   * @param text the same, without an end
   */
  public record Fact(String label, String text) {}

  /** Where the sides were measured, and everything that all rows share. */
  public List<Fact> facts() {
    List<Fact> told = new ArrayList<>();
    if (!sides.hosts().isEmpty()) {
      told.add(new Fact("Measured on", String.join("; ", sides.hosts())));
    }
    List<String> shared = new ArrayList<>(facts.texts());
    shared.addAll(sides.shared());
    if (!shared.isEmpty()) {
      told.add(new Fact("All rows", String.join(", ", shared)));
    }
    double noise = comparison.rule().noise().usual();
    if (noise > 0) {
      told.add(
          new Fact(
              "Sessions",
              "two of the same code differ by "
                  + RowNumbers.share(noise)
                  + " (sd, middle row), which is counted"));
    }
    told.addAll(AlarmFacts.of(comparison));
    return told;
  }

  /** What is known to differ between the sides besides their scores. */
  public List<String> differences() {
    return sides.differences();
  }

  /** How the tables are read. */
  static String legend() {
    return "Sides: geometric mean of the fork means, ± half-width of its 95 % interval; change: of"
        + " cost, above 0 is slower, ~ where none is called.";
  }

  /** The tables. */
  List<RowTable> tables() {
    return RowTable.of(comparison, facts);
  }

  /** Findings that stand before the rows. */
  public List<Paragraph> firstFindings() {
    return findings(true);
  }

  /** Findings that stand behind the rows. */
  public List<Paragraph> otherFindings() {
    return findings(false);
  }

  private List<Paragraph> findings(boolean first) {
    return comparison.findings().stream()
        .filter(finding -> FIRST.contains(finding.code()) == first)
        .map(ComparisonReport::paragraph)
        .toList();
  }

  static Paragraph paragraph(Finding finding) {
    return finding.code() == FindingCode.MANIFEST_GAP
        ? new Paragraph(WorkloadComparisonReport.note(finding).text(), Tone.BAD)
        : WorkloadComparisonReport.note(finding);
  }
}
