package io.amorsize.jmh.page;

import io.amorsize.jmh.report.PassTimes;
import io.amorsize.jmh.report.Section;
import io.amorsize.result.PerformanceResult;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures of what was predicted of workloads and what was measured.
 *
 * @param workloads those that were planned and measured; there may be none
 */
public record WorkloadPictures(List<WorkloadView> workloads) {

  /** Copies the list. */
  public WorkloadPictures {
    workloads = List.copyOf(workloads);
  }

  static WorkloadPictures of(Collection<PerformanceResult> results) {
    return new WorkloadPictures(
        results.stream().flatMap(result -> WorkloadView.of(result).stream()).toList());
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return workloads.isEmpty();
  }

  /** Whether any plan says where its predicted pass goes. */
  public boolean hasParts() {
    return workloads.stream().anyMatch(workload -> workload.times().isPresent());
  }

  /** Sections without the parts of passes, which are drawn. */
  static List<Section> withoutParts(List<Section> sections) {
    return sections.stream().filter(section -> !isOfParts(section)).toList();
  }

  private static boolean isOfParts(Section section) {
    return section instanceof Section.Table table && table.heading().equals(PassTimes.HEADING);
  }

  /** What the script draws. */
  public String data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("workloads", workloads.stream().map(WorkloadView::plain).toList());
    return InlineJson.of(data);
  }
}
