package io.amorsize.jmh.cli;

import io.amorsize.history.BaselineStore;
import io.amorsize.history.NoiseShelf;
import io.amorsize.jmh.night.NightSettings;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where nights are kept, how long, and the baselines that they are held against. */
final class NightOptions {

  private static final int MOST_DAYS = 36_500;

  @Option(
      names = "--nights",
      paramLabel = "DIR",
      defaultValue = "reports/nightly",
      description = "Folder of the nights (default: ${DEFAULT-VALUE}).")
  private Path nights;

  @Option(
      names = "--rolling",
      paramLabel = "NAME",
      defaultValue = "rolling",
      description = "The baseline that follows nights that passed (default: ${DEFAULT-VALUE}).")
  private String rolling;

  @Option(
      names = "--anchor",
      paramLabel = "NAME",
      defaultValue = "main",
      description =
          "The baseline that only 'baseline promote' moves, so that small steps do not creep in"
              + " (default: ${DEFAULT-VALUE}).")
  private String anchor;

  @Option(
      names = "--keep-nights",
      paramLabel = "DAYS",
      defaultValue = "30",
      description =
          "Remove folders of nights that are older than so many days (default: ${DEFAULT-VALUE});"
              + " what baselines and the history hold stays.")
  private int nightsDays;

  @Option(
      names = "--keep-history",
      paramLabel = "DAYS",
      description =
          "Remove runs from the history that are older than so many days (default: none).")
  private Integer historyDays;

  @Option(
      names = "--resume",
      description =
          "Go on with the last night that did not end, however old; without it, one that began in"
              + " the last 12 hours with the same arguments and jar goes on.")
  private boolean resume;

  @Option(names = "--no-doctor", description = "Do not ask whether the host is fit to measure.")
  private boolean noDoctor;

  Path folder() {
    return nights;
  }

  boolean isResumed() {
    return resume;
  }

  boolean asksDoctor() {
    return !noDoctor;
  }

  /** The baselines. */
  NightSettings.Bases bases(BaselineOptions baselines) {
    for (String name : new String[] {rolling, anchor}) {
      if (!BaselineStore.isName(name)) {
        throw new ResultFormatException("'" + name + "' cannot be a baseline's name");
      }
    }
    if (rolling.equals(anchor)) {
      throw new ResultFormatException(
          "--rolling and --anchor are both '" + anchor + "': an anchor that follows holds nothing");
    }
    return new NightSettings.Bases(
        baselines.store(), rolling, anchor, new NoiseShelf(baselines.folder()));
  }

  /** What is kept, and how long. */
  NightSettings.Keeping keeping() {
    requireDays("--keep-nights", nightsDays);
    if (historyDays != null) {
      requireDays("--keep-history", historyDays);
    }
    return new NightSettings.Keeping(nightsDays, Optional.ofNullable(historyDays));
  }

  private static void requireDays(String option, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new ResultFormatException(option + " must be 1 to " + MOST_DAYS + " days, is " + days);
    }
  }
}
