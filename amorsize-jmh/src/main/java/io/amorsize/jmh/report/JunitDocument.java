package io.amorsize.jmh.report;

import io.amorsize.jmh.report.JunitTest.Outcome;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Tests written down as JUnit's XML. */
final class JunitDocument {

  private final String title;
  private final Map<String, String> properties;
  private final StringWriter out = new StringWriter();
  private int depth;

  /**
   * A document.
   *
   * @param properties what is said of all suites, in each of them
   */
  JunitDocument(String title, Map<String, String> properties) {
    this.title = title;
    this.properties = properties;
  }

  /** The document with a suite for each name. */
  String write(Map<String, List<JunitTest>> suites) {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      start(xml, "testsuites");
      attribute(xml, "name", title);
      counts(xml, suites.values().stream().flatMap(List::stream).toList());
      for (Map.Entry<String, List<JunitTest>> suite : suites.entrySet()) {
        write(xml, suite.getKey(), suite.getValue());
      }
      end(xml);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
      return out.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text in memory can always be written", e);
    }
  }

  private void write(XMLStreamWriter xml, String name, List<JunitTest> tests)
      throws XMLStreamException {
    start(xml, "testsuite");
    attribute(xml, "name", name);
    counts(xml, tests);
    start(xml, "properties");
    for (Map.Entry<String, String> property : properties.entrySet()) {
      start(xml, "property");
      attribute(xml, "name", property.getKey());
      attribute(xml, "value", property.getValue());
      endInLine(xml);
    }
    end(xml);
    for (JunitTest test : tests) {
      write(xml, test);
    }
    end(xml);
  }

  private static void counts(XMLStreamWriter xml, List<JunitTest> tests) throws XMLStreamException {
    attribute(xml, "tests", Integer.toString(tests.size()));
    attribute(xml, "failures", Long.toString(count(tests, Outcome.FAILED)));
    attribute(xml, "errors", "0");
    attribute(xml, "skipped", Long.toString(count(tests, Outcome.SKIPPED)));
  }

  private static long count(List<JunitTest> tests, Outcome outcome) {
    return tests.stream().filter(test -> test.outcome() == outcome).count();
  }

  private void write(XMLStreamWriter xml, JunitTest test) throws XMLStreamException {
    start(xml, "testcase");
    attribute(xml, "classname", test.type());
    attribute(xml, "name", test.name());
    switch (test.outcome()) {
      case FAILED -> {
        start(xml, "failure");
        attribute(xml, "type", test.reason());
        attribute(xml, "message", test.message());
        xml.writeCharacters(clean(test.message()));
        endInLine(xml);
      }
      case SKIPPED -> {
        start(xml, "skipped");
        attribute(xml, "message", test.message());
        endInLine(xml);
      }
      case PASSED -> {
        start(xml, "system-out");
        xml.writeCharacters(clean(test.message()));
        endInLine(xml);
      }
    }
    end(xml);
  }

  private void start(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeStartElement(name);
    depth++;
  }

  private void end(XMLStreamWriter xml) throws XMLStreamException {
    depth--;
    xml.writeCharacters("\n" + "  ".repeat(depth));
    xml.writeEndElement();
  }

  private void endInLine(XMLStreamWriter xml) throws XMLStreamException {
    depth--;
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, clean(value));
  }

  /** The text without what XML 1.0 forbids or a reader could be fooled by. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    TerminalText.clean(text)
        .codePoints()
        .map(point -> (point & 0xFFFE) == 0xFFFE ? 0xFFFD : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
