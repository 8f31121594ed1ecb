package io.amorsize.jmh.cli;

import io.amorsize.policy.Policy;
import io.amorsize.policy.PolicyFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where accepted changes stand. */
final class AgreedOptions {

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "What was agreed on, in TOML; changes that were accepted are marked as such.")
  private Path policy;

  @Option(
      names = "--accepted",
      paramLabel = "FILE",
      description =
          "Accepted changes, in TOML, beside those of --policy; 'baseline accept' writes such a"
              + " file.")
  private Path accepted;

  Policy policy() {
    Policy agreed = policy == null ? Policy.NONE : PolicyFile.read(policy);
    return accepted == null ? agreed : agreed.withAccepted(PolicyFile.read(accepted).accepted());
  }
}
