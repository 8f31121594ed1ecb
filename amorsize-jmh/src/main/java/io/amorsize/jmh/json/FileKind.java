package io.amorsize.jmh.json;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file that is no JSON seems to be, told by its first characters. */
enum FileKind {
  ARCHIVE(
      "^(?:PK\\x03\\x04|\\u001f\\u009d|BZh[1-9]|\\uFFFD?7zXZ|\\u00fd7zXZ|\\(\\u00b5/\\u00fd)",
      "the file is an archive in a format other than gzip; unpack it and name the JSON file in it"),
  BINARY(
      "(?s)^.{0,200}[\\x00-\\x08\\x0e-\\x1f]",
      "the file is binary; name the JSON file that JMH wrote with -rf json"),
  QUOTED(
      "^\"\\s*(?:\\[|\\{)",
      "the file holds the JSON as one quoted text, so it was encoded twice; decode it once, for"
          + " example with jq -r ."),
  CSV(
      "^\"?Benchmark\"?\\s*[,;]\\s*\"?Mode",
      "the file is JMH's CSV, which does not hold the single iterations; run the benchmark again"
          + " with -rf json"),
  TEXT_REPORT(
      "(?m)^Benchmark\\s.*\\bMode\\b",
      "the file is JMH's text report, which does not hold the single iterations; run the benchmark"
          + " again with -rf json"),
  JAVASCRIPT(
      "^(?:(?:var|let|const|export|import)\\s|module\\.exports|window\\.|define\\(|//|/\\*)",
      "the file is JavaScript around the JSON; keep only the list from [ to ]"),
  MARKUP("^<(?!<)", "the file is HTML or XML, perhaps a saved web page; download the file itself"),
  CONFLICT(
      "^(?:<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|)",
      "the file holds a merge conflict; resolve it, or run the benchmark again"),
  CONSOLE(
      "^# (?:JMH|VM|Detecting|Run|Warmup|Benchmark)\\b",
      "the file is what JMH prints on the console; run the benchmark again with -rf json -rff FILE"
          + " and name that file");

  private static final Pattern JSON_LINE =
      Pattern.compile("(?m)^[ \\t]*(?:\\[\\s*(?:\\{|$)|\\{\\s*$)");

  private final Pattern pattern;
  private final String sentence;

  FileKind(String pattern, String sentence) {
    this.pattern = Pattern.compile(pattern);
    this.sentence = sentence;
  }

  /** A sentence about a file that is not JSON from its first character on. */
  static Optional<String> sentence(String start) {
    String solid = start.stripLeading();
    Optional<String> prefixed = textBeforeJson(start);
    for (FileKind kind : values()) {
      if (kind.pattern.matcher(solid).find()) {
        return kind == CONSOLE && prefixed.isPresent() ? prefixed : Optional.of(kind.sentence);
      }
    }
    return prefixed;
  }

  private static Optional<String> textBeforeJson(String start) {
    Matcher json = JSON_LINE.matcher(start);
    if (!json.find() || start.substring(0, json.start()).isBlank()) {
      return Optional.empty();
    }
    long line = start.substring(0, json.start()).lines().count() + 1;
    return Optional.of(
        "other text stands before the JSON, which starts at line "
            + line
            + "; delete what stands before it, or let JMH write the file with -rf json -rff FILE");
  }
}
