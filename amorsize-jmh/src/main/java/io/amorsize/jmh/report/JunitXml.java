package io.amorsize.jmh.report;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A comparison as tests, for build servers: a suite for each metric, a test for each row. What got
 * slower without anybody having agreed to it fails, what cannot be told is skipped.
 */
public final class JunitXml {

  private final ComparisonReport report;
  private final Comparison comparison;
  private final boolean strict;

  private JunitXml(Comparison comparison, boolean strict) {
    this.report = ComparisonReport.of(comparison);
    this.comparison = comparison;
    this.strict = strict;
  }

  /**
   * The document.
   *
   * @param strict whether what cannot be told, is missing or was measured in another environment
   *     fails rather than be skipped
   */
  public static String write(Comparison comparison, boolean strict) {
    return new JunitXml(comparison, strict).document();
  }

  private String document() {
    Map<String, List<JunitTest>> suites = new LinkedHashMap<>();
    for (RowComparison row : comparison.rows()) {
      suites.computeIfAbsent(row.metric(), unused -> new ArrayList<>()).add(test(row));
    }
    List<JunitTest> missing = missing();
    if (!missing.isEmpty()) {
      suites.put("missing", missing);
    }
    return new JunitDocument(comparison.current() + " against " + comparison.base(), properties())
        .write(suites);
  }

  /** What is said of the whole, in the words of the JSON. */
  private Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("threshold", Double.toString(comparison.rule().threshold()));
    properties.put("margin", Double.toString(comparison.rule().margin()));
    properties.put("fdr", Double.toString(comparison.rule().falseDiscoveryRate()));
    for (Verdict verdict : Verdict.values()) {
      properties.put(verdict.label(), Integer.toString(comparison.count(verdict)));
    }
    properties.put("suspect", Integer.toString(comparison.suspects().size()));
    comparison
        .geomeanSlowdown()
        .ifPresent(mean -> properties.put("geomeanSlowdown", Double.toString(mean)));
    properties.put("expectedFalseAlarms", Double.toString(comparison.expectedFalseAlarms()));
    return properties;
  }

  private JunitTest test(RowComparison row) {
    String sentence = report.sentence(row);
    if (row.isRegression() && comparison.environmentsDiffer() && !strict) {
      return JunitTest.of(row.key())
          .skipped(sentence + "; the environments differ, so this is advice only");
    }
    if (row.isRegression()) {
      return JunitTest.of(row.key()).failed("slower", sentence);
    }
    if (row.verdict() == Verdict.INCONCLUSIVE) {
      return unsure(JunitTest.of(row.key()), RowMark.of(row).words(), sentence);
    }
    return JunitTest.of(row.key()).passed(sentence);
  }

  private JunitTest unsure(JunitTest test, String type, String sentence) {
    return strict ? test.failed(type, sentence) : test.skipped(sentence);
  }

  /** Rows that only the base has, and expected benchmarks that are not there. */
  private List<JunitTest> missing() {
    List<JunitTest> tests = new ArrayList<>();
    comparison
        .missing()
        .forEach(
            key ->
                tests.add(
                    unsure(
                        JunitTest.of(key),
                        "missing",
                        "missing: the base has this row and the current side does not; find out"
                            + " why it did not run")));
    int gap = 0;
    for (Finding finding : comparison.findings()) {
      if (finding.code() == FindingCode.MANIFEST_GAP) {
        gap++;
        tests.add(
            new JunitTest("manifest", "expected benchmark " + gap, JunitTest.Outcome.PASSED, "", "")
                .failed(FindingCode.MANIFEST_GAP.label(), finding.message()));
      }
    }
    return tests;
  }
}
