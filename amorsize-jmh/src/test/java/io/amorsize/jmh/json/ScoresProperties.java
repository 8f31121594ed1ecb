package io.amorsize.jmh.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Scores are read to the last bit, however JMH and others write a number. */
class ScoresProperties {

  @Provide
  Arbitrary<Double> scores() {
    return Arbitraries.longs()
        .map(Double::longBitsToDouble)
        .filter(score -> Math.abs(score) > 1e-100 && Math.abs(score) < 1e100);
  }

  /** As Java, C with 17 digits, or a program that knows no exponents writes it, or as a text. */
  private static String written(double score, int way) {
    return switch (Math.floorMod(way, 4)) {
      case 0 -> Double.toString(score);
      case 1 -> String.format(Locale.ROOT, "%.16e", new BigDecimal(score));
      case 2 -> new BigDecimal(score).toPlainString();
      default -> '"' + Double.toString(score) + '"';
    };
  }

  @Property(tries = 300)
  void areReadToTheLastBit(
      @ForAll @Size(min = 1, max = 12) List<@From("scores") Double> scores, @ForAll int way)
      throws IOException {
    String data =
        scores.stream().map(score -> written(score, way)).collect(Collectors.joining(","));
    Path file = Files.createTempFile("scores", ".json");
    try {
      Files.writeString(file, ResultText.list(ResultText.row("a.B.c", "[[" + data + "]]")));
      double[] read =
          new JmhResultReader()
              .read(file)
              .rows()
              .get(0)
              .primary()
              .measurements()
              .forks()
              .get(0)
              .toArray();
      assertThat(java.util.Arrays.stream(read).boxed().toList()).isEqualTo(scores);
    } finally {
      Files.delete(file);
    }
  }
}
