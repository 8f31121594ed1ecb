package io.amorsize.jmh.page;

import io.amorsize.result.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The style and the script of a page, which stand in it.
 *
 * @param style its style sheet
 * @param script all that runs in it
 */
public record PageAssets(String style, String script) {

  /** Parts of D3, each behind those that it uses. */
  private static final List<String> D3 =
      List.of(
          "d3-license.js",
          "d3-array.min.js",
          "d3-color.min.js",
          "d3-format.min.js",
          "d3-interpolate.min.js",
          "d3-path.min.js",
          "d3-time.min.js",
          "d3-time-format.min.js",
          "d3-selection.min.js",
          "d3-shape.min.js",
          "d3-scale.min.js",
          "d3-axis.min.js");

  /** What draws compared rows. */
  static final List<String> FOREST =
      List.of("table.js", "forest.js", "forks.js", "warmup.js", "comparison.js");

  /** What draws trends. */
  static final List<String> TRENDS = List.of("trend-chart.js", "trend.js");

  /** What draws workloads. */
  static final List<String> WORKLOADS = List.of("suite.js");

  /** A page that runs nothing. */
  static PageAssets still() {
    return new PageAssets(text("page.css"), "");
  }

  /** A page with charts, and what else it runs. */
  static PageAssets charted(List<String> scripts) {
    return new PageAssets(
        text("page.css"),
        Stream.concat(D3.stream(), scripts.stream())
            .map(PageAssets::text)
            .collect(Collectors.joining("\n")));
  }

  /**
   * What a browser may do with the page: run this very script and nothing else, and ask no network
   * for anything.
   */
  public String policy() {
    String scripts = script.isEmpty() ? "'none'" : "'sha256-" + hash(script) + "'";
    return "default-src 'none'; style-src 'unsafe-inline'; script-src "
        + scripts
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    byte[] hash = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  private static String text(String name) {
    try (InputStream in = PageAssets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
