package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.amorsize.result.LimitedInput;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ShownText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;

/** Says of a file that is not JSON what it looks like, where it breaks, and what to do. */
final class BrokenFile {

  /** Said of a file without any JSON. */
  static final String EMPTY =
      "the file is empty: JMH creates it when a run starts, and an aborted run leaves it so; run"
          + " the benchmark again";

  private final RecentText text;
  private final ReadLimits limits;

  BrokenFile(RecentText text, ReadLimits limits) {
    this.text = text;
    this.limits = limits;
  }

  /** Why a file could not be read to its end, in words. */
  static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (cause instanceof AccessDeniedException) {
      return "this user may not read it; change its permissions";
    }
    if (cause instanceof LimitedInput.TooLarge) {
      return cause.getMessage();
    }
    if (cause instanceof CharacterCodingException) {
      return "it is not written in UTF-8; convert it";
    }
    return cause instanceof EOFException || cause instanceof ZipException
        ? "its gzip data is damaged or cut short ("
            + ShownText.of(Objects.requireNonNullElse(cause.getMessage(), "the header ends early"))
            + "); copy the file again"
        : "it cannot be read (" + ShownText.of(String.valueOf(cause.getMessage())) + ")";
  }

  /**
   * A sentence about what stopped the parser.
   *
   * @param reached where the parser is
   */
  String sentence(JsonProcessingException cause, JsonLocation reached) {
    JsonLocation where = cause.getLocation() == null ? reached : cause.getLocation();
    boolean plausible = text.start().stripLeading().matches("(?s)^[\\[{].*");
    Optional<String> kind = plausible ? Optional.empty() : FileKind.sentence(text.start());
    if (kind.isPresent()) {
      return "line 1, column 1: " + kind.get();
    }
    return "line "
        + where.getLineNr()
        + ", column "
        + where.getColumnNr()
        + ": "
        + breach(cause, where);
  }

  private String breach(JsonProcessingException cause, JsonLocation where) {
    if (cause instanceof StreamConstraintsException) {
      return limits.breach(cause.getOriginalMessage());
    }
    if (cause.getOriginalMessage().contains("end-of-input")) {
      return "the file ends in the middle of the JSON: the run was aborted or the copy cut short;"
          + " run the benchmark again, or copy the file again";
    }
    String message = cause.getOriginalMessage().lines().findFirst().orElse("");
    if (message.contains("character escape")) {
      return "a backslash stands where JSON allows none, as in a Windows path that an old JMH wrote;"
          + " write every \\ in it as \\\\";
    }
    return syntax(message, where.getCharOffset());
  }

  private String syntax(String message, long offset) {
    String line = text.lineAt(offset).strip();
    if (line.matches("(?:<<<<<<<|=======|>>>>>>>|\\|\\|\\|\\|\\|\\|\\|).*")) {
      return "the file holds a merge conflict ("
          + ShownText.of(line)
          + "); resolve it, or run the benchmark again";
    }
    boolean afterComma = text.solidBefore(offset) == ',';
    if (afterComma && message.matches("Unexpected character \\('\\d'.*")) {
      return "a digit stands where a name must, as after a decimal comma; write numbers with a"
          + " decimal point";
    }
    if (afterComma && message.matches("Unexpected character \\('[\\]}]'.*")) {
      return "a comma stands before the closing bracket, as left by an edit by hand; delete it";
    }
    return "this is not JSON ("
        + ShownText.of(message)
        + "); restore the file or run the benchmark again";
  }
}
