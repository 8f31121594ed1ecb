package io.amorsize.jmh.night;

import io.amorsize.history.BaselineStore;
import io.amorsize.history.HistoryStore;
import io.amorsize.history.NoiseShelf;
import io.amorsize.jmh.interleaved.SessionLimits;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowSelection;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a night is judged and kept.
 *
 * @param nights the folder of all nights
 * @param bases the baselines
 * @param judging how rows are judged
 * @param confirming when the sessions that confirm end
 * @param history the history; empty where nothing is recorded
 * @param keeping what is kept, and how long
 */
public record NightSettings(
    Path nights,
    Bases bases,
    Judging judging,
    SessionLimits confirming,
    Optional<History> history,
    Keeping keeping) {

  /**
   * The baselines of nights.
   *
   * @param store where they are
   * @param rolling name of the one that follows
   * @param anchor name of the one that stays
   * @param noise what was calibrated beside them
   */
  public record Bases(BaselineStore store, String rolling, String anchor, NoiseShelf noise) {

    /** The name of a baseline. */
    public String name(BaseRole role) {
      return role == BaseRole.ROLLING ? rolling : anchor;
    }
  }

  /**
   * How rows are judged.
   *
   * @param rule the rule, with what was agreed on and without the noise between sessions
   * @param selection the rows and metrics
   * @param today the day on which accepted changes are looked at
   * @param strict whether what could not be told is to be seen in the exit code
   */
  public record Judging(
      DecisionRule rule, RowSelection selection, LocalDate today, boolean strict) {

    /** The rule for comparisons with a baseline of a day. */
    DecisionRule ruleFor(LocalDate measuredOn) {
      return rule.withPolicy(rule.policy().forBaseOf(measuredOn), today);
    }
  }

  /**
   * A history.
   *
   * @param shown what it is called in messages
   * @param name what runs are called in it
   * @param opener opens it
   */
  public record History(String shown, String name, Supplier<HistoryStore> opener) {}

  /**
   * What is kept.
   *
   * @param nightsDays days after which folders of nights are removed, at least 1
   * @param historyDays days after which runs are removed from the history; empty for never
   */
  public record Keeping(int nightsDays, Optional<Integer> historyDays) {}
}
