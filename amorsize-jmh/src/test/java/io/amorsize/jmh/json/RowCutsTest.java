package io.amorsize.jmh.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCutsTest {

  @TempDir private Path folder;

  private List<Long> cuts(String text, int pieceBytes) throws IOException {
    Path path = Files.writeString(folder.resolve("f"), text);
    try (FileChannel file = FileChannel.open(path)) {
      return new RowCuts(file, text.getBytes(UTF_8).length, pieceBytes).find();
    }
  }

  @Test
  void commasBetweenObjectsOfOneFirstName() throws IOException {
    String text = "[{\"n\":1},{\"n\":2} ,\r\n\t{\n\"n\":3},{\"n\":4}]";
    List<Long> all =
        List.of(
            (long) text.indexOf(",{\"n\":2"),
            (long) text.indexOf(",\r"),
            (long) text.indexOf(",{\"n\":4"));
    assertThat(cuts(text, 1)).isEqualTo(all);
    assertThat(cuts(text, 9)).as("a piece apart").isEqualTo(List.of(all.get(1), all.get(2)));
    assertThat(cuts(text, text.length())).isEmpty();
  }

  @Test
  void otherPlacesAreNone() throws IOException {
    assertThat(cuts("[{\"n\":1},{\"m\":2}]", 1)).as("another name").isEmpty();
    assertThat(cuts("[{\"n\":1},[{\"n\":2}]]", 1)).as("a list between").isEmpty();
    assertThat(cuts("[{\"n\":1},[\"n\",2]]", 1)).as("a list of texts").isEmpty();
    assertThat(cuts("[{\"n\":[1],\"k\":{\"n\":2}}]", 1)).as("an object in one").isEmpty();
    assertThat(cuts("[{\"n\":\"},{\\\"n\\\":\"}]", 1)).as("in a text").isEmpty();
    assertThat(cuts("[{\"n\":1};{\"n\":2}]", 1)).as("no comma").isEmpty();
    assertThat(cuts("[[{\"n\":1},{\"n\":2}]]", 1)).as("a list of lists").isEmpty();
    assertThat(cuts("{\"n\":[{\"n\":1},{\"n\":2}]}", 1)).as("no list").isEmpty();
    assertThat(cuts("[{},{}]", 1)).as("no name").isEmpty();
    assertThat(cuts("[{\"a\\\"b\":1},{\"a\\\"b\":1}]", 1)).as("an escaped name").isEmpty();
    assertThat(cuts("[", 1)).as("a start alone").isEmpty();
  }

  /** Windows of 64 KiB are looked through, up to a quarter of a piece. */
  @Test
  void longRowsAreCutWhereTheNextOneStartsSoonEnough() throws IOException {
    String text = "[{\"n\":\"" + "x".repeat(600_000) + "\"},{\"n\":2}" + " ".repeat(900_000) + "]";
    List<Long> cut = List.of((long) text.indexOf(",{"));
    assertThat(cuts(text, 590_000)).as("in the first window").isEqualTo(cut);
    assertThat(cuts(text, 500_000)).as("in the second").isEqualTo(cut);
    assertThat(cuts(text, 400_000)).as("half a piece behind").isEmpty();
    assertThat(cuts(text, 700_000)).as("before the first place").isEmpty();
  }
}
