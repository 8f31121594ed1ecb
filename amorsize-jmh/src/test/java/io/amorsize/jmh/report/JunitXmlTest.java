package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.verdict.Comparison;
import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {

  private static Element parsed(Comparison comparison, boolean strict) throws Exception {
    String xml = JunitXml.write(comparison, strict);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static Stream<Element> all(Element root, String name) {
    return IntStream.range(0, root.getElementsByTagName(name).getLength())
        .mapToObj(i -> (Element) root.getElementsByTagName(name).item(i));
  }

  private static void assertCounts(Element root, int tests, int failures, int skipped) {
    assertThat(all(root, "testcase")).hasSize(tests);
    assertThat(all(root, "failure")).hasSize(failures);
    assertThat(all(root, "skipped")).hasSize(skipped);
    assertThat(root.getAttribute("tests")).isEqualTo(Integer.toString(tests));
    assertThat(root.getAttribute("failures")).isEqualTo(Integer.toString(failures));
    assertThat(root.getAttribute("skipped")).isEqualTo(Integer.toString(skipped));
    assertThat(all(root, "testsuite").mapToInt(suite -> number(suite, "failures")).sum())
        .isEqualTo(failures);
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  @Test
  void regressionsFailAndWhatCannotBeToldIsSkipped() throws Exception {
    Element root = parsed(Comparisons.mixed(), false);
    // 12 rows, a missing one, a gap; 5 regressions and the gap; 2 that cannot be told, 1 missing.
    assertCounts(root, 14, 6, 3);
    assertThat(all(root, "testsuite").map(suite -> suite.getAttribute("name")))
        .containsExactly("primary", "gc.alloc.rate.norm", "missing");
    assertThat(all(root, "failure").map(failure -> failure.getAttribute("message")))
        .anyMatch(
            message ->
                message.startsWith(
                    "slower: cost +10.2 % (95 % interval +10.0 % to +10.4 %, p<0.001"))
        .anyMatch(message -> message.contains("matches com.example.streams.*"));
    Element test = all(root, "testcase").findFirst().orElseThrow();
    assertThat(test.getAttribute("classname")).isEqualTo("com.example.collections.ListBenchmark");
    assertThat(test.getAttribute("name")).isEqualTo("sort size=1000 avgt -t 1");
  }

  @Test
  void strictFailsWhatCannotBeTold() throws Exception {
    assertCounts(parsed(Comparisons.mixed(), true), 14, 9, 0);
    assertCounts(parsed(Comparisons.suspect(), true), 21, 1, 0);
    assertCounts(parsed(Comparisons.suspect(), false), 21, 0, 1);
  }

  @Test
  void betweenEnvironmentsRegressionsAreAdvice() throws Exception {
    Element root = parsed(Comparisons.otherJdk(), false);
    assertCounts(root, 14, 1, 8);
    assertThat(all(root, "failure").map(failure -> failure.getAttribute("type")))
        .containsExactly("manifest-gap");
    assertThat(all(root, "skipped").map(skipped -> skipped.getAttribute("message")))
        .filteredOn(message -> message.endsWith("so this is advice only"))
        .hasSize(5);
    assertCounts(parsed(Comparisons.otherJdk(), true), 14, 9, 0);
  }

  @Test
  void namesThatXmlForbidsAreReadBack() throws Exception {
    Element root = parsed(Comparisons.hostile(), false);
    assertCounts(root, 9, 8, 1);
    assertThat(all(root, "testcase").map(test -> test.getAttribute("name")))
        .anyMatch(name -> name.startsWith("<img src=x onerror=alert(1)> p==1+1,\"x\""))
        .anyMatch(name -> name.startsWith("half\ufffdpair]]>\ufffd"))
        .anyMatch(name -> name.startsWith("two\ufffdlines\ufffd::error::no"))
        .noneMatch(name -> name.contains("\u001b") || name.contains("\u202e"));
  }
}
