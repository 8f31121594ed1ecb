package io.amorsize.jmh.page;

import io.amorsize.result.JsonFile;
import java.util.Map;

/** JSON that stands in a {@code script} element of a page. */
final class InlineJson {

  private InlineJson() {}

  /**
   * Plain values as JSON. Names in it come from files: no {@code <} is left that could end the
   * element or begin a comment, and no character beyond ASCII.
   */
  static String of(Map<String, ?> values) {
    return JsonFile.line(values)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026");
  }
}
