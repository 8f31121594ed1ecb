package io.amorsize.jmh.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.amorsize.jmh.report.TerminalText;
import java.util.stream.Collectors;

/** The compiled templates of pages. */
final class PageTemplates {

  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private PageTemplates() {}

  /**
   * A page. What is neither a character nor a line feed is replaced, wherever it came from.
   *
   * @param template the name of its template
   * @param page what the template shows
   */
  static String fill(String template, Object page) {
    StringOutput out = new StringOutput();
    ENGINE.render(template, page, out);
    return out.toString()
        .lines()
        .map(TerminalText::clean)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
