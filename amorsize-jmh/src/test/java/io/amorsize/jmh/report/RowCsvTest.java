package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.history.RunContent;
import io.amorsize.result.BenchmarkRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A result and a run of a history name and fill the same columns. */
class RowCsvTest {

  /** A file that does not tell its threads, as JMH wrote them before 1.1. */
  private static final BenchmarkRun RUN =
      new RunBuilder("r", "17")
          .row(
              RunBuilder.key("p.A.first", "avgt", Map.of("size", "10", "kind", "a"), 0),
              "us/op",
              RunBuilder.forks(10, 3, 0),
              Map.of("gc.count", RunBuilder.metric("counts", RunBuilder.forks(4, 3, 0))))
          .run();

  @Test
  void resultsHaveTheColumnsThatScriptsKnow() {
    assertThat(RowsCsv.write(RUN).lines())
        .containsExactly(
            "benchmark,params,mode,threads,metric,unit,forks,iterations,score,spread_percent",
            "p.A.first,\"kind=a,size=10\",avgt,,primary,us/op,3,30,10.0,0.0",
            "p.A.first,\"kind=a,size=10\",avgt,,gc.count,counts,3,30,4.0,0.0");
  }

  @Test
  void runsOfAHistoryHaveTheSameButForTheSpread() {
    List<String> run = RunReport.csv(RunContent.ofRows(RUN.rows())).lines().toList();
    List<String> result = RowsCsv.write(RUN).lines().map(RowCsvTest::withoutLast).toList();
    assertThat(run).containsExactlyInAnyOrderElementsOf(result);
    assertThat(run.get(0)).isEqualTo(result.get(0));
  }

  private static String withoutLast(String line) {
    return line.substring(0, line.lastIndexOf(','));
  }
}
