package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;

/** Does an agent or a recording look on? */
final class Profilers implements Check {

  private static final String AGENTS =
      "-javaagent:.*|-agentpath:.*|-agentlib:.*|-Xrun.*|-XX:StartFlightRecording.*"
          + "|-XX:\\+FlightRecorder";

  @Override
  public String subject() {
    return "profilers and agents";
  }

  @Override
  public FindingCode code() {
    return FindingCode.PROFILER_ATTACHED;
  }

  @Override
  public Answer answer(Evidence evidence) {
    return Answer.none(
        evidence.flags().matching(AGENTS).stream()
            .filter(flag -> !flag.contains("jdwp"))
            .map(Profilers::name)
            .distinct()
            .toList(),
        Outcome.WARNING,
        "what they add is measured, too: take away profilers, coverage agents and recordings");
  }

  /** The agent's library or the recording, without path and options, which may be long. */
  private static String name(String flag) {
    return flag.replaceAll("^-(javaagent:|agentpath:|agentlib:|Xrun|XX:\\+?)", "")
        .replaceAll("=.*", "")
        .replaceAll(".*[/\\\\]", "")
        .replaceAll(":.*", "");
  }
}
