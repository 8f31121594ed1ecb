package io.amorsize.jmh.runner;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the line of JMH's output that says why a run failed. */
public final class FailureLines {

  private static final int MOST_CHARACTERS = 300;

  /** JMH's own words in angle brackets, at the end of a line. */
  private static final Pattern BRACKETS =
      Pattern.compile("<(failure: .*|forked VM failed .*|shutdown timeout .*|JMH had finished.*)>");

  private static final Pattern ERROR =
      Pattern.compile("ERROR: .*|Error: .*|Error parsing .*|Exception in thread \"main\" .*");

  private static final Pattern NO_REASON =
      Pattern.compile("#.*|Picked up .*|(?i:.*\\bwarning: .*)|<.*>");

  /** An iteration in whose place the fork said something other than a score. */
  private static final Pattern SAID_FOR_SCORE =
      Pattern.compile("(?:# Warmup )?Iteration +\\d+: (?![-\\d<≈]|NaN|n/a|Infinity)(.+)");

  private String thrown = "";
  private String bracketed = "";
  private String forkedJvm = "";
  private String saidForScore = "";
  private String error = "";
  private String first = "";
  private boolean begun;
  private boolean throwing;
  private boolean standardError;
  private boolean colon;

  /** Takes the next line. */
  public void accept(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return;
    }
    if (throwing && thrown.isEmpty()) {
      thrown = text;
    }
    if (standardError && forkedJvm.isEmpty() && !text.startsWith("<")) {
      forkedJvm = text;
    }
    throwing = text.endsWith("<failure>");
    standardError = text.startsWith("<stderr last=");
    acceptOther(text);
  }

  private void acceptOther(String text) {
    Matcher brackets = BRACKETS.matcher(text);
    if (brackets.find() && (bracketed.isEmpty() || bracketed.startsWith("JMH had finished"))) {
      bracketed = brackets.group(1);
    }
    Matcher said = SAID_FOR_SCORE.matcher(text);
    if (said.matches()) {
      saidForScore = said.group(1);
    }
    if (colon) {
      error = error + " " + text;
    } else if (error.isEmpty() && ERROR.matcher(text).matches()) {
      error = text;
    }
    colon = error.endsWith(":") && error.equals(text);
    begun |= text.startsWith("# JMH version");
    if (!begun && first.isEmpty() && !NO_REASON.matcher(text).matches()) {
      first = text;
    }
  }

  /** What JMH or the JVM calls a failure. */
  public Optional<String> reason() {
    return Stream.of(thrown, bracketed.isEmpty() ? "" : ofFork(), ofJvm(), error)
        .filter(text -> !text.isEmpty())
        .map(FailureLines::cut)
        .findFirst();
  }

  /** A fork that runs out of memory may get out no more than the message in a score's place. */
  private String ofFork() {
    String said = forkedJvm.isEmpty() ? saidForScore : forkedJvm;
    return said.isEmpty() ? bracketed : bracketed + ": " + said;
  }

  /** What was said before JMH began, which is nothing where all goes well. */
  public Optional<String> beforeBegin() {
    return Optional.of(first).filter(text -> !text.isEmpty()).map(FailureLines::cut);
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  /** A JVM that does not start names the reason first, then says that it does not start. */
  private String ofJvm() {
    return error.startsWith("Error: Could not create the Java Virtual Machine") ? first : "";
  }
}
