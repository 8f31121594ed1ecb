package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** Does the JVM watch itself? */
final class DiagnosticFlags implements Check {

  private static final String FLAGS =
      "-Xcheck:.*|-verbose:(class|jni).*|-XX:NativeMemoryTracking=(summary|detail)"
          + "|-XX:\\+(PrintCompilation|PrintInlining|PrintAssembly|LogCompilation|CountCompiledCalls"
          + "|DTrace.*|ExtendedDTraceProbes|UseHeavyMonitors|Verify.*|Stress.*)"
          + "|-Xlog:.*=(debug|trace).*";

  @Override
  public String subject() {
    return "diagnostic flags";
  }

  @Override
  public FindingCode code() {
    return FindingCode.DIAGNOSTIC_FLAGS;
  }

  @Override
  public Answer answer(Evidence evidence) {
    return Answer.none(
        evidence.flags().matching(FLAGS),
        Outcome.WARNING,
        "they cost time in odd places: leave them out");
  }
}
