package io.amorsize.jmh.interleaved;

import io.amorsize.jmh.interleaved.JmhTokens.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Command lines of JMH processes. */
final class JmhCommand {

  /** JMH's main class. */
  static final String MAIN = "org.openjdk.jmh.Main";

  private static final Set<String> JVM_ARGS = Set.of("jvmArgs", "jvmArgsAppend", "jvmArgsPrepend");

  private final List<String> words = new ArrayList<>();

  private JmhCommand(JarSide side) {
    words.add(side.java().toString());
    words.add("-Djmh.ignoreLock=true");
    words.addAll(side.jvmArgs());
    words.addAll(List.of("-cp", side.classPath(), MAIN));
  }

  /** Lists the selected benchmarks. */
  static List<String> list(JarSide side, JmhArguments arguments) {
    JmhCommand command = new JmhCommand(side);
    command.words.add("-lp");
    command.words.addAll(arguments.listing());
    return command.words;
  }

  /**
   * Runs one fork.
   *
   * @param results where JMH writes its rows
   * @param jvmArgs all arguments of the measuring JVM, where JMH must be told them
   */
  static List<String> fork(JarForkRequest request, Path results, Optional<List<String>> jvmArgs) {
    JmhCommand command = new JmhCommand(request.side());
    command.option("-f", "1");
    command.option("-wf", "0");
    command.option("-rf", "json");
    command.option("-rff", results.toString());
    command.iterations(request.iterations());
    command.passOn(request, jvmArgs.isPresent());
    jvmArgs.ifPresent(command::jvmArgs);
    // A comma parts values on the command line; the only value of a parameter need not be named.
    request.unit().params().entrySet().stream()
        .filter(param -> param.getValue().indexOf(',') < 0)
        .forEach(param -> command.option("-p", param.getKey() + "=" + param.getValue()));
    request.side().params().forEach((name, value) -> command.option("-p", name + "=" + value));
    command.words.add("^" + Pattern.quote(request.unit().benchmark()) + "$");
    return command.words;
  }

  private void option(String name, String value) {
    words.add(name);
    words.add(value);
  }

  private void iterations(ForkIterations iterations) {
    iterations.warmup().ifPresent(count -> option("-wi", Integer.toString(count)));
    iterations.measured().ifPresent(count -> option("-i", Integer.toString(count)));
    iterations.time().map(TimeText::jmh).ifPresent(time -> option("-w", time));
    iterations.time().map(TimeText::jmh).ifPresent(time -> option("-r", time));
  }

  /** JMH takes most options once only, so what is said already is left out here. */
  private void passOn(JarForkRequest request, boolean withoutJvmArgs) {
    Set<String> said = said(request.iterations());
    if (withoutJvmArgs) {
      said.addAll(JVM_ARGS);
    }
    List<Token> tokens = JmhTokens.of(request.jmhArgs());
    tokens.stream()
        .filter(token -> !said.contains(token.option()))
        .forEach(token -> option("-" + token.option(), token.value()));
    if (tokens.stream().noneMatch(token -> token.option().equals("foe"))) {
      option("-foe", "true");
    }
  }

  private static Set<String> said(ForkIterations iterations) {
    Set<String> said = new HashSet<>();
    iterations.warmup().ifPresent(count -> said.add("wi"));
    iterations.measured().ifPresent(count -> said.add("i"));
    iterations.time().ifPresent(time -> said.addAll(List.of("w", "r")));
    return said;
  }

  /**
   * All arguments in place of the benchmark's own. JMH takes two or more values as they are, but
   * takes a single one apart at spaces outside of double quotes.
   */
  private void jvmArgs(List<String> arguments) {
    option("-jvmArgsPrepend", "");
    option("-jvmArgs", "");
    boolean quote = arguments.size() == 1 && arguments.get(0).indexOf(' ') >= 0;
    arguments.forEach(
        argument -> option("-jvmArgsAppend", quote ? '"' + argument + '"' : argument));
  }
}
