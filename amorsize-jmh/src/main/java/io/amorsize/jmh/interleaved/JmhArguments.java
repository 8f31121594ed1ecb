package io.amorsize.jmh.interleaved;

import io.amorsize.jmh.interleaved.JmhTokens.Token;
import io.amorsize.result.ResultFormatException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What stands behind {@code --}: JMH arguments, sorted by what they are for. */
public final class JmhArguments {

  /** Options that JMH takes once. */
  private static final Set<String> ONCE = Set.of("f", "wi", "i", "w", "r");

  private static final String PARAMETER = "p";
  private static final String EXCLUDE = "e";
  private static final String FORKS = "f";

  private final List<Token> tokens;

  private JmhArguments(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads arguments as JMH reads them.
   *
   * @throws ResultFormatException if JMH would not take them or a session cannot
   */
  public static JmhArguments parse(List<String> args) {
    JmhArguments parsed = new JmhArguments(JmhTokens.of(args));
    parsed.tokens.forEach(JmhArguments::requireAllowed);
    ONCE.forEach(parsed::requireOnce);
    parsed.number(FORKS, 1, "forks are what is compared; give 1 or more, or leave -f out");
    parsed.number("wi", 0, "give 0 or more, or leave -wi out");
    parsed.number("i", 1, "give 1 or more, or leave -i out");
    return parsed;
  }

  /** Regexes of benchmarks and {@code -e} with those to leave out, as given. */
  public List<String> selection() {
    return given(name -> name.isEmpty() || name.equals(EXCLUDE)).toList();
  }

  private static boolean isPassedOn(String name) {
    return !Set.of("", EXCLUDE, PARAMETER, FORKS).contains(name);
  }

  /**
   * What goes to every fork in order: all but the selection, {@code -p} and {@code -f}; so {@code
   * -wi -i -w -r} are among them.
   *
   * @param own further arguments, which take the place of the same options: JMH takes most options
   *     once only, and adds up those that it takes more often
   */
  List<String> passedOnWith(List<String> own) {
    Set<String> replaced = new HashSet<>();
    JmhTokens.of(own).forEach(token -> replaced.add(token.option()));
    List<String> all =
        new ArrayList<>(given(name -> isPassedOn(name) && !replaced.contains(name)).toList());
    all.addAll(own);
    return all;
  }

  /** Whether an option is given, or {@code ""} for a regex. */
  public boolean says(String option) {
    return tokens.stream().anyMatch(token -> token.option().equals(option));
  }

  /** What {@code -lp} gets: values of parameters, and the selection. */
  List<String> listing() {
    List<String> arguments = new ArrayList<>(given(PARAMETER::equals).toList());
    arguments.addAll(given(EXCLUDE::equals).toList());
    arguments.add("--");
    arguments.addAll(given(String::isEmpty).toList());
    return arguments;
  }

  /** {@code -f}. */
  public OptionalInt forks() {
    return number(FORKS);
  }

  /** Whether {@code -wi} or {@code -w} is given, so that no warm-up is to be found. */
  public boolean fixesWarmup() {
    return value("wi").isPresent() || value("w").isPresent();
  }

  /** {@code -i}. */
  public OptionalInt measurementIterations() {
    return number("i");
  }

  /** {@code -w}, as given. */
  public Optional<String> warmupTime() {
    return value("w");
  }

  /** {@code -r}, as given. */
  public Optional<String> measurementTime() {
    return value("r");
  }

  private static void requireAllowed(Token token) {
    JmhOption.refusal(token.option())
        .ifPresent(
            why -> {
              throw new ResultFormatException("-" + token.option() + " behind '--': " + why);
            });
  }

  private void requireOnce(String name) {
    if (tokens.stream().filter(token -> token.option().equals(name)).count() > 1) {
      throw new ResultFormatException("-" + name + " behind '--': is given twice; give it once");
    }
  }

  private void number(String name, int least, String remedy) {
    value(name)
        .filter(text -> !text.matches("\\d{1,9}") || Integer.parseInt(text) < least)
        .ifPresent(
            text -> {
              throw new ResultFormatException("-" + name + " " + text + " behind '--': " + remedy);
            });
  }

  private OptionalInt number(String name) {
    return value(name).stream().mapToInt(Integer::parseInt).findFirst();
  }

  private Optional<String> value(String name) {
    return tokens.stream()
        .filter(token -> token.option().equals(name))
        .map(Token::value)
        .findFirst();
  }

  private Stream<String> given(Predicate<String> wanted) {
    return tokens.stream()
        .filter(token -> wanted.test(token.option()))
        .flatMap(JmhArguments::words);
  }

  private static Stream<String> words(Token token) {
    return token.option().isEmpty()
        ? Stream.of(token.value())
        : Stream.of("-" + token.option(), token.value());
  }
}
