package io.amorsize.jmh.shard;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a run that is spread over machines.
 *
 * @param index which part, from 1 to {@code count}
 * @param count number of parts, at least 1
 */
public record Shard(int index, int count) {

  /** Asks for what the environment says. */
  public static final String AUTO = "auto";

  /** The whole run. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

  /**
   * Variables that tell a part.
   *
   * @param index variable of the index
   * @param count variable of the count
   * @param first the index of the first part, 0 or 1
   * @param who who sets the index
   */
  private record Variables(String index, String count, int first, String who) {}

  /** Kubernetes sets no count: the manifest has to. */
  private static final List<Variables> KNOWN =
      List.of(
          new Variables("JOB_COMPLETION_INDEX", "AMORSIZE_SHARDS", 0, "a Kubernetes Indexed Job"),
          new Variables("CI_NODE_INDEX", "CI_NODE_TOTAL", 1, "GitLab's parallel"),
          new Variables("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0, "CircleCI's parallelism"),
          new Variables(
              "BUILDKITE_PARALLEL_JOB",
              "BUILDKITE_PARALLEL_JOB_COUNT",
              0,
              "Buildkite's parallelism"));

  /** Checks the range. */
  public Shard {
    if (count < 1 || index < 1 || index > count) {
      throw new IllegalArgumentException(
          "need 1 <= index <= count, are " + index + " and " + count);
    }
  }

  /**
   * Reads a part: {@code 2/5}, or {@code auto} for what the environment says.
   *
   * @param variables the environment
   * @throws ResultFormatException in one sentence, if it is none, or the environment says nothing
   */
  public static Shard parse(String text, Map<String, String> variables) {
    if (text.equals(AUTO)) {
      return fromEnvironment(variables);
    }
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new ResultFormatException(
          "--shard must be a part such as 2/5, or auto, is " + ShownText.of(text));
    }
    return of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), text);
  }

  private static Shard of(int index, int count, String text) {
    if (count < 1 || index < 1 || index > count) {
      throw new ResultFormatException(
          "--shard " + text + ": parts are numbered from 1 to their number");
    }
    return new Shard(index, count);
  }

  private static Shard fromEnvironment(Map<String, String> variables) {
    for (Variables known : KNOWN) {
      Optional<String> index = Optional.ofNullable(variables.get(known.index()));
      if (index.isPresent()) {
        int part = number(known.index(), index.get()) - known.first() + 1;
        String count =
            Optional.ofNullable(variables.get(known.count()))
                .orElseThrow(
                    () ->
                        new ResultFormatException(
                            "--shard auto: "
                                + known.index()
                                + " is set by "
                                + known.who()
                                + ", but "
                                + known.count()
                                + " is not; set it to the number of parts"));
        return of(part, number(known.count(), count), "auto (" + part + "/" + count + ")");
      }
    }
    throw new ResultFormatException(
        "--shard auto: the environment names no part; known are "
            + String.join(
                ", ", KNOWN.stream().map(known -> known.index() + "/" + known.count()).toList()));
  }

  private static int number(String variable, String text) {
    if (!text.matches("\\d{1,5}")) {
      throw new ResultFormatException(
          "--shard auto: the variable " + variable + " must be a whole number, is " + text);
    }
    return Integer.parseInt(text);
  }

  /** As it is written: {@code 2/5}. */
  @Override
  public String toString() {
    return index + "/" + count;
  }
}
