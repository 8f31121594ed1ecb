package io.amorsize.verdict;

import java.util.Locale;

/** What a finding is about; each code has a page under {@code docs/findings/}. */
public enum FindingCode {
  /** The two sides were measured on machines or JVMs that are known to differ. */
  ENVIRONMENT_DIFFERS,
  /** At least one side does not say where it was measured. */
  ENVIRONMENT_UNKNOWN,
  /** The optimizer chose another plan than in the baseline. */
  PLAN_CHANGED,
  /** At least one side has point values only, so no test is possible. */
  POINT_VALUES,
  /** At least one side has no measurement of the workload. */
  NOT_MEASURED,
  /** The host had fewer cores to give than the plan used. */
  HOST_WITHOUT_CORES,
  /** The host ran fixed work at another speed than when the baseline was made. */
  HOST_SPEED_CHANGED,
  /** A change larger than the threshold that the forks do not show beyond doubt. */
  NOT_SIGNIFICANT,
  /** Too few forks for a test. */
  FEW_FORKS,
  /** There is no baseline to compare with. */
  NO_BASELINE;

  /** The code in files and page names, for example {@code plan-changed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
