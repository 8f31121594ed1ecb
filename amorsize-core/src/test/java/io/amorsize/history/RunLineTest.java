package io.amorsize.history;

import static io.amorsize.history.Histories.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.Metric;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.ResultFormatException;
import io.amorsize.unit.MetricUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunLineTest {

  private static final NewRun RUN =
      new NewRun(
          Histories.origin(3, "d32fd12")
              .labelled(Map.of("pool", "\u00e4 \"quoted\""))
              .measuredIn(Optional.of(Histories.machine("CPU"))),
          new RunContent(
              List.of(
                  Histories.row(
                      Histories.key("p.A.m", Map.of("n", "1\n2")),
                      metric("us/op", new double[] {0.1 + 0.2, 1e-310}, new double[] {-0.0}),
                      Map.of("gc", metric("B/op", new double[] {24}))),
                  Histories.row(
                      "p.B.m",
                      Metric.unusable(
                          MetricUnit.parse("us/op"), OptionalDouble.of(5), "no raw data"))),
              Map.of(
                  "w",
                  new PerformanceResult(
                      "w",
                      Optional.empty(),
                      Optional.empty(),
                      true,
                      false,
                      List.of("issue"),
                      Map.of("n", 1L, "x", 0.5)))));

  private static String line() {
    return RunLine.write(RUN.origin(), RUN.content());
  }

  @Test
  void comesBackToTheLastBit() {
    NewRun back = RunLine.read("line 1", line());
    assertThat(back.origin()).isEqualTo(RUN.origin());
    assertThat(back.content().rows()).isEqualTo(RUN.content().rows());
    assertThat(back.content().hash()).isEqualTo(RUN.content().hash());
    assertThat(RunLine.write(back.origin(), back.content())).isEqualTo(line());
  }

  @Test
  void isOneLineOfAscii() {
    assertThat(line())
        .isASCII()
        .doesNotContain("\n")
        .startsWith("{\"schema\":\"amorsize.history-run/1\"");
  }

  @Test
  void tellsWhatWasChanged() {
    assertThatThrownBy(() -> RunLine.read("h.jsonl, line 7", line().replace("24", "25")))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith("h.jsonl, line 7: hash is not that of the numbers in this line");
  }

  @Test
  void refusesWhatIsNoRun() {
    assertThatThrownBy(() -> RunLine.read("line 1", "[1]"))
        .hasMessage("line 1: the file must be an object, is [1]");
    assertThatThrownBy(() -> RunLine.read("line 1", "{"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith("line 1: not JSON from line 1");
    assertThatThrownBy(
            () -> RunLine.read("line 1", line().replace("history-run/1", "history-run/2")))
        .hasMessageContaining("schema must be amorsize.history-run/1, is amorsize.history-run/2");
    assertThatThrownBy(
            () ->
                RunLine.read(
                    "line 1", "{\"schema\":\"amorsize.history-run/1\",\"rows\":[],\"results\":{}}"))
        .hasMessageContaining("cannot be used: a run needs a row or a workload's result");
    assertThatThrownBy(
            () -> RunLine.read("line 1", line().replace("2026-01-04T02:00:00Z", "night")))
        .hasMessageContaining("time must be a time such as 2026-01-31T23:59:59Z, is night");
    assertThatThrownBy(() -> RunLine.read("line 1", line().replace("\"d32fd12\"", "\" \"")))
        .hasMessageContaining("commit must not be blank");
  }
}
