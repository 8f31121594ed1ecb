package io.amorsize.jmh.page;

import io.amorsize.jmh.report.PassTimes;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.result.PerformanceResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report about workloads as one page, with pictures of what was predicted and what was measured.
 *
 * @param report what it says
 * @param workloads those that were planned and measured; there may be none
 */
public record SuitePage(Report report, List<WorkloadView> workloads) {

  /** Copies the list. */
  public SuitePage {
    workloads = List.copyOf(workloads);
  }

  /** The page. */
  public static String write(Report report, Collection<PerformanceResult> results) {
    List<WorkloadView> workloads =
        results.stream().flatMap(result -> WorkloadView.of(result).stream()).toList();
    return workloads.isEmpty()
        ? ReportPage.write(report)
        : PageTemplates.fill("suite.jte", new SuitePage(report, workloads));
  }

  /** What the other forms say, without the parts of passes, which the page draws. */
  public List<Section> sections() {
    return report.sections().stream().filter(section -> !isOfParts(section)).toList();
  }

  private static boolean isOfParts(Section section) {
    return section instanceof Section.Table table && table.heading().equals(PassTimes.HEADING);
  }

  /** Whether any plan says where its predicted pass goes. */
  public boolean hasParts() {
    return workloads.stream().anyMatch(workload -> workload.times().isPresent());
  }

  /** What the script draws. */
  public String data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("workloads", workloads.stream().map(WorkloadView::plain).toList());
    return InlineJson.of(data);
  }

  /** Style and script. */
  public PageAssets assets() {
    return Assets.ALL;
  }

  /** Read once. */
  private static final class Assets {
    static final PageAssets ALL = PageAssets.charted("suite.js");
  }
}
