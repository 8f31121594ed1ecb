package io.amorsize.policy;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Adds accepted changes to a policy in TOML. What stands there, comments too, stays as it is. */
public final class AcceptedFile {

  private static final String HEADER =
      """
      # Changes that were agreed on; 'compare --accepted FILE' and 'nightly' read them.
      """;

  private AcceptedFile() {}

  /**
   * Appends changes to a file, which need not exist yet.
   *
   * @throws ResultFormatException in one sentence, if the file is no policy, or would be none with
   *     the changes; it then stays as it is
   */
  public static void append(Path file, List<AcceptedChange> changes) {
    boolean there = Files.exists(file);
    if (there) {
      PolicyFile.read(file);
    }
    StringBuilder text = new StringBuilder(there ? PolicyText.read(file) : HEADER);
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    changes.forEach(change -> text.append('\n').append(table(change)));
    requireReadable(file, text.toString());
    WholeFile.write(file, text.toString());
  }

  private static String table(AcceptedChange change) {
    StringBuilder table = new StringBuilder("[[accepted]]\n");
    line(table, "benchmark", quoted(change.benchmark().text()));
    line(table, "metric", quoted(change.metric().text()));
    line(table, "up_to", quoted(change.upToText()));
    line(table, "reason", quoted(change.reason()));
    if (!change.by().isEmpty()) {
      line(table, "by", quoted(change.by()));
    }
    change.until().ifPresent(day -> line(table, "until", day.toString()));
    change.since().ifPresent(day -> line(table, "since", day.toString()));
    return table.toString();
  }

  private static void line(StringBuilder table, String key, String value) {
    table.append(key).append(" = ").append(value).append('\n');
  }

  /** A basic string of TOML 1.0, in one line. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Reads the text as it would stand in the file, before it does. */
  private static void requireReadable(Path file, String text) {
    try {
      Path trial = Files.createTempFile("amorsize-", ".toml");
      try {
        Files.writeString(trial, text);
        PolicyFile.read(trial);
      } catch (ResultFormatException e) {
        String told = e.getMessage().replace(trial.toString(), file + " with the change added");
        throw new ResultFormatException(told + "; add the change to the file by hand", e);
      } finally {
        Files.deleteIfExists(trial);
      }
    } catch (IOException e) {
      throw new ResultFormatException(
          "the folder for temporary files cannot be used (" + e + "); set java.io.tmpdir", e);
    }
  }
}
