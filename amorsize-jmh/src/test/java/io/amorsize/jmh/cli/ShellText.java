package io.amorsize.jmh.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a shell script, as far as ready files need it: continued lines, quotes,
 * redirections and lists. What is filled in when it runs stands as it is.
 */
record ShellText(String text) {

  /** A word, with quoted parts; or what ends a command; or a redirection with its target. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<end>\\n|;|&&|\\|\\|?)|(?<redirection>\\d?(?:>>?&?|<)\\s*[^\\s;&|]+)"
              + "|(?<word>(?:\"(?:\\$\\([^)]*\\)|[^\"])*\"|'[^']*'|\\$\\{\\{.*?}}|\\$\\([^)]*\\)"
              + "|[^\\s;&|<>\"'])+)");

  /** The commands, as words. */
  List<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>();
    List<String> words = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(text.replaceAll("\\\\\\n\\s*", " ") + "\n");
    while (tokens.find()) {
      if (tokens.group("end") != null) {
        if (!words.isEmpty()) {
          commands.add(withoutJvmOptions(words));
          words.clear();
        }
      } else if (tokens.group("word") != null) {
        words.add(tokens.group("word").replaceAll("[\"']", ""));
      }
    }
    return commands;
  }

  private static List<String> withoutJvmOptions(List<String> words) {
    int jar = words.get(0).endsWith("java") ? words.indexOf("-jar") : -1;
    List<String> rest = new ArrayList<>(words);
    if (jar > 1) {
      rest.subList(1, jar).clear();
    }
    return List.copyOf(rest);
  }

  /** Whether a command is {@code java -jar} with our jar, which has three names. */
  static boolean isOurs(List<String> words) {
    return words.size() > 2
        && words.get(0).endsWith("java")
        && words.get(1).equals("-jar")
        && words.get(2).matches("(?:.*/)?(?:benchmarks|amorsize|amorsize-jmh-cli)[.]jar");
  }

  /** What is behind {@code java -jar JAR} in the commands that begin so. */
  List<List<String>> ofOurJar() {
    return commands().stream()
        .filter(ShellText::isOurs)
        .map(words -> words.subList(3, words.size()))
        .toList();
  }
}
