package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with two jars, where sessions leave what they leave. */
record SessionPlace(Path folder, Path base, Path candidate) {

  static final String FAST = "org.acme.Quick.fast";
  static final String SLOW = "org.acme.Quick.slow";

  static SessionPlace in(Path folder) throws IOException {
    return new SessionPlace(
        folder,
        Files.writeString(folder.resolve("old.jar"), "the old one"),
        Files.writeString(folder.resolve("new.jar"), "the new one"));
  }

  /** Two benchmarks, one of them 30 % slower on the new jar. */
  static ScriptedForks oneSlower() {
    return ScriptedForks.of(FAST, SLOW).slower(SLOW, "new.jar", 1.3);
  }

  /** A command with the options that keep it in the folder. */
  Object[] command(String name, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(name));
    all.addAll(List.of("--reports", reports(), "--seed", 1));
    all.addAll(List.of("--memory", folder.resolve("warmup.json")));
    all.addAll(List.of(arguments));
    return all.toArray();
  }

  /** Runs {@code ab} on both jars. */
  CommandFixture ab(ScriptedForks forks, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(base, candidate));
    all.addAll(List.of(arguments));
    return CommandFixture.session(forks, command("ab", all.toArray()));
  }

  Path reports() {
    return folder.resolve("reports");
  }

  /** The folder of the only session of a command. */
  Path session(String command) throws IOException {
    try (Stream<Path> entries = Files.list(reports())) {
      List<Path> found =
          entries.filter(path -> path.getFileName().toString().startsWith(command + "-")).toList();
      assertThat(found).hasSize(1);
      return found.get(0);
    }
  }
}
