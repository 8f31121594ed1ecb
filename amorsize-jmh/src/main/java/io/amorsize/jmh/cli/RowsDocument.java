package io.amorsize.jmh.cli;

import io.amorsize.jmh.json.Warmups;
import io.amorsize.jmh.page.ComparisonPage;
import io.amorsize.jmh.report.ComparisonCsv;
import io.amorsize.jmh.report.ComparisonJson;
import io.amorsize.jmh.report.ComparisonMarkdown;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.ComparisonText;
import io.amorsize.jmh.report.JunitXml;
import io.amorsize.verdict.Comparison;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A comparison of JMH rows in every form.
 *
 * @param comparison what was found
 * @param report the same in words
 * @param strict whether what could not be told counts as a failed test
 * @param onlyChanged whether unchanged rows are left out of the text
 * @param warmups finds what forks did before they were measured, which the page alone shows
 */
record RowsDocument(
    Comparison comparison,
    ComparisonReport report,
    boolean strict,
    boolean onlyChanged,
    Supplier<Warmups> warmups)
    implements Document {

  @Override
  public String text(int width, boolean colour) {
    return new ComparisonText(width, colour, onlyChanged).write(report);
  }

  @Override
  public String markdown() {
    return ComparisonMarkdown.write(report);
  }

  @Override
  public String html() {
    return ComparisonPage.write(report, warmups.get());
  }

  @Override
  public String json() {
    return ComparisonJson.write(comparison, report.session());
  }

  @Override
  public Optional<String> csv() {
    return Optional.of(ComparisonCsv.write(comparison));
  }

  @Override
  public String next() {
    return report.next();
  }

  @Override
  public Optional<String> junit() {
    return Optional.of(JunitXml.write(comparison, strict));
  }
}
