package io.amorsize.jmh.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command's arguments as the user wrote them.
 *
 * @param command the command's name and all its arguments
 * @param jmhArguments what stands behind the first {@code --}
 */
record CommandTokens(List<String> command, List<String> jmhArguments) {

  private static final String END_OF_OPTIONS = "--";

  /** The arguments of a command that was parsed, by itself or below another. */
  static CommandTokens of(CommandSpec spec) {
    List<String> given = spec.commandLine().getParseResult().originalArgs();
    boolean named = !given.isEmpty() && given.get(0).equals(spec.name());
    List<String> command = new ArrayList<>(given);
    if (!named) {
      command.add(0, spec.name());
    }
    int end = command.indexOf(END_OF_OPTIONS);
    return new CommandTokens(
        List.copyOf(command),
        end < 0 ? List.of() : List.copyOf(command.subList(end + 1, command.size())));
  }
}
