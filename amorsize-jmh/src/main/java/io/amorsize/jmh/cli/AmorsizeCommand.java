package io.amorsize.jmh.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command. */
@Command(
    name = "amorsize",
    description = {
      "Chooses threads and chunk size for a function over a list, proves it with JMH, and tells real"
          + " regressions from noise.",
      ""
    },
    footer = {
      "",
      "Without a command, suite runs. Arguments that are no command of ours go to JMH:",
      "  java -jar benchmarks.jar -l              lists the benchmarks",
      "  java -jar benchmarks.jar Cpu.* -f 1      runs some with plain JMH",
      "  java -jar benchmarks.jar jmh ARGS        forces JMH",
      "",
      "Exit codes: 0 fine, 1 regression or failed criteria, 2 usage or unreadable input,",
      "3 could not tell, 4 a benchmark run failed."
    },
    versionProvider = AmorsizeCommand.Version.class)
final class AmorsizeCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"amorsize " + ofJar()};
    }

    static String ofJar() {
      String version = Version.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
