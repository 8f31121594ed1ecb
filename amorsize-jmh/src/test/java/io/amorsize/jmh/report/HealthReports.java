package io.amorsize.jmh.report;

import io.amorsize.doctor.Amount;
import io.amorsize.doctor.Answer;
import io.amorsize.doctor.CheckResult;
import io.amorsize.doctor.HealthReport;
import io.amorsize.doctor.Outcome;
import io.amorsize.finding.FindingCode;
import io.amorsize.host.HostProfile;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What a doctor found on hosts that a test invents. */
public final class HealthReports {

  private static final CheckResult QUOTA =
      result(
          "CPU quota",
          FindingCode.CPU_QUOTA,
          Outcome.PASS,
          Amount.words("none"),
          Amount.cores(4),
          "");

  private static final CheckResult WAKE_UP =
      result(
          "wake-up of a thread",
          FindingCode.SLOW_WAKE_UP,
          Outcome.WARNING,
          Amount.nanos(812_000),
          Amount.nanos(500_000),
          "only passes of many times that length gain from threads");

  private static final CheckResult INTERPRETER =
      result(
          "JIT compiler",
          FindingCode.INTERPRETER_ONLY,
          Outcome.ERROR,
          Amount.words("interprets only"),
          Amount.words("compiles"),
          "leave out -Xint");

  private static final CheckResult TURBO =
      result(
          "turbo clock",
          FindingCode.CPU_TURBO,
          Outcome.NOTE,
          Amount.words("on"),
          Amount.words("off"),
          "speedups stay below the number of cores");

  private static final CheckResult GOVERNOR =
      result(
          "CPU governor",
          FindingCode.CPU_GOVERNOR,
          Outcome.UNKNOWN,
          Amount.words("not told here"),
          Amount.words("-"),
          "");

  private HealthReports() {}

  private static CheckResult result(
      String subject, FindingCode code, Outcome outcome, Amount value, Amount bar, String remedy) {
    return new CheckResult(subject, code, new Answer(outcome, value, bar, remedy));
  }

  private static HealthReport of(CheckResult... results) {
    return new HealthReport(
        new HostProfile(
            "AMD EPYC",
            4,
            4,
            4,
            0,
            0,
            "Linux",
            "amd64",
            "6.1",
            "Debian",
            "17.0.1",
            17,
            List.of("-Xint")),
        List.of(results));
  }

  /** Nothing failed, and there is nothing to say. */
  public static HealthReport excellent() {
    return of(QUOTA);
  }

  /** Nine of ten pass, one of them with a note; one is unknown. */
  public static HealthReport good() {
    return of(
        Stream.of(Collections.nCopies(8, QUOTA), List.of(TURBO, GOVERNOR, WAKE_UP))
            .flatMap(List::stream)
            .toArray(CheckResult[]::new));
  }

  /** Two of three pass, one with an error. */
  public static HealthReport poor() {
    return of(QUOTA, INTERPRETER, TURBO);
  }

  /** One of three passes. */
  public static HealthReport critical() {
    return of(QUOTA, WAKE_UP, INTERPRETER);
  }
}
