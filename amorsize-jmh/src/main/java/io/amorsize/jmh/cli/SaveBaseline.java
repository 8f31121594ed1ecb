package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.history.BaselineStore;
import io.amorsize.history.EntryOrigin;
import io.amorsize.history.NewEntry;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The baseline that a run becomes when it is over. */
final class SaveBaseline {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--save-baseline",
      paramLabel = "NAME",
      description = "Save the later side as this baseline, unless it failed its judgement.")
  private String name;

  boolean isGiven() {
    return name != null;
  }

  /** Checks, before a long run, that the name is one. */
  void requireName() {
    if (name != null && !BaselineStore.isName(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "--save-baseline "
              + name
              + ": a baseline's name is up to 100 letters, digits, '.', '_' and '-'");
    }
  }

  /**
   * Saves a run, or says why not.
   *
   * @param where the run, as a person would name it
   * @param what what it holds, in words
   */
  void save(NewEntry entry, Path where, String what, BaselineOptions baselines, Terminal terminal) {
    if (entry.origin().judgement() == EntryOrigin.Judgement.FAILED) {
      terminal.say(
          "Not saved as baseline '"
              + name
              + "', since the run failed; 'baseline promote "
              + name
              + " "
              + where
              + " --reason TEXT' does it all the same.");
      return;
    }
    Baseline now = baselines.store().save(name, entry);
    terminal.say(BaselineSaveCommand.saved(what, entry, now));
  }
}
