package io.amorsize.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A node of a JSON file that knows where it stands, so that whatever is wrong with it can be told
 * with file, place, value and what is allowed there.
 *
 * @param file the file, as the user named it
 * @param path the way to the node, empty for the root
 * @param key the last step of the way: the key in its object, or empty
 * @param node the node; a missing node for a key that is not there
 */
public record JsonPlace(String file, String path, String key, JsonNode node) {

  private static final int SHOWN_CHARACTERS = 40;

  /** The root of a file. */
  public static JsonPlace root(String file, JsonNode node) {
    return new JsonPlace(file, "", "", node);
  }

  /** The value of a key; a missing place if it is not there. */
  public JsonPlace at(String member) {
    return new JsonPlace(
        file, path.isEmpty() ? member : path + "." + member, member, node.path(member));
  }

  /** Whether there is a value that is not null. */
  public boolean isPresent() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** This place, or empty if nothing stands there. */
  public Optional<JsonPlace> ifPresent() {
    return isPresent() ? Optional.of(this) : Optional.empty();
  }

  /** This place, which must hold an object. */
  public JsonPlace object() {
    return require(node.isObject(), "an object");
  }

  /** The text here. */
  public String text() {
    return require(node.isTextual(), "text").node.textValue();
  }

  /** The boolean here. */
  public boolean bool() {
    return require(node.isBoolean(), "true or false").node.booleanValue();
  }

  /** The finite number here. */
  public double number() {
    return require(node.isNumber() && Double.isFinite(node.doubleValue()), "a finite number")
        .node
        .doubleValue();
  }

  /** The finite number above 0 here. */
  public double positive() {
    return require(number() > 0, "a number above 0").node.doubleValue();
  }

  /** The number here; empty where there is none or it is not finite. */
  public OptionalDouble numberIfKnown() {
    return node.isNumber() && Double.isFinite(node.doubleValue())
        ? OptionalDouble.of(node.doubleValue())
        : OptionalDouble.empty();
  }

  /** The whole number here. */
  public int integer() {
    return require(node.isIntegralNumber() && node.canConvertToInt(), "a whole number")
        .node
        .intValue();
  }

  /** The elements of the array here. */
  public List<JsonPlace> elements() {
    require(node.isArray(), "an array");
    List<JsonPlace> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new JsonPlace(file, path + "[" + i + "]", "", node.get(i)));
    }
    return elements;
  }

  /** The elements of the array here; none where there is no array. */
  public List<JsonPlace> elementsIfPresent() {
    return isPresent() ? elements() : List.of();
  }

  /** The texts of the array here; none where there is no array. */
  public List<String> texts() {
    return elementsIfPresent().stream().map(JsonPlace::text).toList();
  }

  /** The members of the object here, in the order of the file. */
  public Stream<JsonPlace> members() {
    return object().node.propertyStream().map(member -> at(member.getKey()));
  }

  /**
   * Checks how much stands in the array or object here.
   *
   * @param mostRows its elements or members, at most
   * @throws ResultFormatException in one sentence, if there are more
   */
  public void requireAtMost(int mostRows) {
    if (node.size() > mostRows) {
      throw problem(
          String.format(
              Locale.ROOT,
              "holds more than %,d rows, the most that is read; split it, or allow more with"
                  + " --max-rows",
              mostRows));
    }
  }

  /**
   * Checks that this object says of which form it is.
   *
   * @param schema the form
   * @param remedy what to do about another one
   * @throws ResultFormatException in one sentence, if it says something else
   */
  public void requireSchema(String schema, String remedy) {
    if (!at("schema").text().equals(schema)) {
      throw at("schema").problem("must be " + schema + "; " + remedy);
    }
  }

  private JsonPlace require(boolean holds, String wanted) {
    if (!holds) {
      throw problem("must be " + wanted + ", is " + shown());
    }
    return this;
  }

  /** A sentence about this place, as an exception. */
  public ResultFormatException problem(String what) {
    return new ResultFormatException(
        file + ": " + (path.isEmpty() ? "the file" : path) + " " + what);
  }

  private String shown() {
    if (node.isMissingNode()) {
      return "missing";
    }
    String text = node.toString();
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
  }
}
