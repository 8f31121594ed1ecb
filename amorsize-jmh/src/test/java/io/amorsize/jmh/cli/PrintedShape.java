package io.amorsize.jmh.cli;

/** What the program prints without what differs from run to run: numbers, times and places. */
final class PrintedShape {

  private PrintedShape() {}

  static String of(String text) {
    return text.replaceAll("\\s+", " ")
        .replaceAll("[^\\s']*(?:reports|nights)/[\\w./-]*\\w", "PLACE")
        .replaceAll("[^\\s']*(?:/noise-\\w+[.]json|/history[.]db)", "PLACE")
        .replaceAll("[^\\s']*/(?=b[.]jar|baselines/main)", "")
        .replaceAll("\\d+(?:[.]\\d+)? (?:h|min|s|ms)\\b(?: \\d+ (?:min|s)\\b)*", "TIME")
        .replaceAll("\\b[0-9a-f]{10}\\b", "RUN")
        .replaceAll("p[<=]\\d", "p=#")
        .replaceAll("[+-]?\\d+(?:[.,]\\d+)*", "#")
        .replace("# to # iterations", "# iterations")
        .replaceAll("^.{1,80}?, # processors, JDK \\S+, seed", "HOST, seed")
        .replaceAll("^[^;]*, # cores?, JDK # \\([^)]*\\)", "HOST")
        .strip();
  }
}
