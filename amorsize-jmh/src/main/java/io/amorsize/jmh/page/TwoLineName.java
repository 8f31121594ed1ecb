package io.amorsize.jmh.page;

import java.util.List;

/**
 * A row's name in two lines: what it is, and where and with which parameters.
 *
 * @param main class and method, in parts after which a line may end
 * @param rest package and parameters; may be empty
 */
public record TwoLineName(List<String> main, String rest) {

  /** Copies the parts. */
  public TwoLineName {
    main = List.copyOf(main);
  }

  /**
   * Splits a name as the other forms have it.
   *
   * @param name the end of the benchmark's full name, then parameters and what else tells it apart,
   *     separated by blanks
   * @param fullName the benchmark's full name
   */
  static TwoLineName of(String name, String fullName) {
    String benchmark = benchmark(name, fullName);
    String parameters = name.substring(benchmark.length()).strip();
    if (benchmark.isEmpty()) {
      return new TwoLineName(List.of(parameters), "");
    }
    int start = startOfClass(benchmark);
    String place = benchmark.substring(0, Math.max(0, start - 1));
    return new TwoLineName(parts(benchmark.substring(start)), (place + " " + parameters).strip());
  }

  /** The longest end of the full name that the name starts with; names may hold blanks. */
  private static String benchmark(String name, String fullName) {
    String end = fullName;
    while (!name.startsWith(end)) {
      end = end.contains(".") ? end.substring(end.indexOf('.') + 1) : "";
    }
    return end;
  }

  private static int startOfClass(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    return method < 0 ? 0 : benchmark.lastIndexOf('.', method - 1) + 1;
  }

  /** {@code Json.parseLarge} as {@code Json.}, {@code parse}, {@code Large}. */
  static List<String> parts(String name) {
    return List.of(name.split("(?<=\\.)|(?<=_)|(?<=\\p{Ll})(?=\\p{Lu})"));
  }
}
