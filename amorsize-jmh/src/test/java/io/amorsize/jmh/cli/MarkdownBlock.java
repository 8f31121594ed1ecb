package io.amorsize.jmh.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param page its file
 * @param line the line of its fence, from 1
 * @param words what stands behind the fence: the language, and how it is to be run
 * @param text the lines between the fences
 */
record MarkdownBlock(Path page, int line, List<String> words, String text) {

  private static final String FENCE = "```";

  /** A command that stands indented, where nobody would run it. */
  private static final Pattern UNFENCED = Pattern.compile(" {4,}(?:java -jar|mvn) .*");

  /** All blocks of a page. */
  static List<MarkdownBlock> of(Path page) throws IOException {
    List<MarkdownBlock> blocks = new ArrayList<>();
    List<String> lines = Files.readAllLines(page);
    int fence = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith(FENCE)) {
        if (fence < 0 && UNFENCED.matcher(lines.get(i)).matches()) {
          throw new AssertionError(page + ":" + (i + 1) + ": put the command into a fenced block");
        }
        continue;
      }
      if (fence < 0) {
        fence = i;
      } else {
        List<String> words = List.of(lines.get(fence).substring(FENCE.length()).split(" "));
        String text = String.join("\n", lines.subList(fence + 1, i));
        blocks.add(new MarkdownBlock(page, fence + 1, words, text));
        fence = -1;
      }
    }
    return blocks;
  }

  String language() {
    return words.get(0);
  }

  boolean isMarked(String word) {
    return words.contains(word);
  }

  /** Its commands without comments. */
  ShellText script() {
    return new ShellText(text.replaceAll("(?m)(?:^|\\s)#.*$", ""));
  }

  /** Commands of a shell, with or without what they print. */
  boolean isShell() {
    return language().equals("sh") || language().equals("console");
  }

  @Override
  public String toString() {
    return page.getFileName() + ":" + line;
  }
}
