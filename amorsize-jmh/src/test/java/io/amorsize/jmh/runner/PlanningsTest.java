package io.amorsize.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.SampleProfile;
import io.amorsize.ruler.RulerReading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many plannings it takes, and which one counts. */
class PlanningsTest {

  private static final int ITEMS = 1000;

  /**
   * A planning by its letter: P parallel, S serial of a long pass, s serial of a short one; with a
   * following minus, on a host that gave one core of two.
   */
  private static Planned planning(String text) {
    boolean serial = text.charAt(0) != 'P';
    double itemNanos = text.charAt(0) == 's' ? 5 : 50_000;
    ExecutionPlan plan = serial ? ExecutionPlan.serial(ITEMS) : ExecutionPlan.platform(2, 8);
    double speedup = serial ? 1 : 1.9;
    OptimizationResult result =
        new OptimizationResult(
            plan,
            speedup,
            speedup,
            speedup,
            "",
            List.of(),
            Optional.of(new SampleProfile(100, itemNanos, 0, 1, 0, true, 0, 1000)),
            List.of(),
            Duration.ofMillis(1),
            Optional.empty());
    return new Planned(result, new RulerReading(2, 1e6, text.endsWith("-") ? 1 : 2));
  }

  private static Plannings plannings(String text) {
    return new Plannings(Stream.of(text.split(" ")).map(PlanningsTest::planning).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "P, false, false",
    "P P, true, false",
    "s, false, true",
    "s s, true, true",
    "S S, false, true",
    "S S S, true, true",
    "S S P, false, true",
    "S S P P, true, false",
    "S S S P, true, true",
    "P S, false, false",
    "P S P, true, false",
    "s P, false, false",
    "P- P-, false, false",
    "S- S- S-, false, true",
    "S- S- S- P, true, false",
    "S- P P, true, false",
    "S- S- S- S-, true, true"
  })
  void theMajorityOfUndisturbedPlanningsCounts(String made, boolean enough, boolean serial) {
    assertThat(plannings(made).areEnough()).isEqualTo(enough);
    assertThat(plannings(made).chosen().plan().isSerial()).isEqualTo(serial);
  }
}
