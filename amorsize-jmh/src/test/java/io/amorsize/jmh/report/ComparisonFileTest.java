package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedComparison;
import io.amorsize.jmh.json.RecordedRow;
import io.amorsize.policy.Policy;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link ComparisonJson} writes is read again. */
class ComparisonFileTest {

  private static final String OWN = "io.amorsize.jmh.benchmarks.CpuIntensive.parallel";

  @TempDir Path folder;

  private RecordedComparison recorded(Comparison comparison) throws IOException {
    return ComparisonFile.read(
        Files.writeString(folder.resolve("comparison.json"), ComparisonJson.write(comparison)));
  }

  @Test
  void everyRowComesBack() throws IOException {
    Comparison written = Comparisons.mixed();
    RecordedComparison read = recorded(written);
    assertThat(read.base()).isEqualTo("main.json");
    assertThat(read.current()).isEqualTo("pull-request.json");
    assertThat(read.threshold()).isEqualTo(written.rule().threshold());
    assertThat(read.margin()).isEqualTo(written.rule().margin());
    assertThat(read.fdr()).isEqualTo(written.rule().falseDiscoveryRate());
    assertThat(read.rows()).hasSameSizeAs(written.rows());
    for (int i = 0; i < read.rows().size(); i++) {
      RowComparison before = written.rows().get(i);
      assertThat(read.rows().get(i))
          .isEqualTo(
              new RecordedRow(
                  before.key(),
                  before.metric(),
                  before.verdict().label(),
                  before.suspect(),
                  before.accepted().isPresent(),
                  before.key(),
                  before.key(),
                  before.change().slowdown(),
                  before
                      .change()
                      .interval()
                      .map(interval -> OptionalDouble.of(interval.upper()))
                      .orElse(OptionalDouble.empty())));
    }
  }

  @Test
  void openRowsAreSuspectsAndSlowerOnesThatNobodyAccepted() throws IOException {
    Comparison mixed = Comparisons.mixed();
    assertThat(mixed.rows()).anyMatch(row -> row.accepted().isPresent());
    assertThat(recorded(mixed).open().stream().map(RecordedRow::key))
        .isNotEmpty()
        .containsExactlyElementsOf(
            mixed.rows().stream()
                .filter(row -> row.suspect() || row.isRegression())
                .map(RowComparison::key)
                .toList());
    assertThat(recorded(Comparisons.suspect()).open().stream().map(row -> row.key().benchmark()))
        .containsExactly("org.calm.Bench.odd");
  }

  @Test
  void aSideSaysItsPlanWhereTheRowsKeyDoesNot() throws IOException {
    Comparison comparison =
        Comparison.of(
            own("base", Map.of("size", "9", "nJobs", "2", "chunkSize", "8")),
            own("current", Map.of("size", "9", "nJobs", "4", "chunkSize", "8")),
            DecisionRule.defaults());
    RecordedRow row = recorded(comparison).rows().get(0);
    assertThat(row.key().params()).containsExactly(Map.entry("size", "9"));
    assertThat(row.base().params()).isEqualTo(Map.of("size", "9", "nJobs", "2", "chunkSize", "8"));
    assertThat(row.current().params())
        .isEqualTo(Map.of("size", "9", "nJobs", "4", "chunkSize", "8"));
  }

  private static io.amorsize.result.BenchmarkRun own(String label, Map<String, String> params) {
    return new RunBuilder(label, "21").quiet(OWN, params, 5).run();
  }

  @Test
  void aRenamedRowSaysItsOldNameOnTheBase() throws IOException {
    Policy policy = Policy.NONE.withRenames(Map.of("p.Old.m", "p.New.m"));
    Comparison comparison =
        Comparison.of(
            new RunBuilder("base", "21").quiet("p.Old.m", Map.of(), 5).run(),
            new RunBuilder("current", "21").quiet("p.New.m", Map.of(), 5).run(),
            DecisionRule.defaults().withPolicy(policy, LocalDate.of(2026, 3, 1)));
    RecordedRow row = recorded(comparison).rows().get(0);
    assertThat(row.key().benchmark()).isEqualTo("p.New.m");
    assertThat(row.base().benchmark()).isEqualTo("p.Old.m");
    assertThat(row.current()).isEqualTo(row.key());
    assertThat(row.base().params()).isEmpty();
  }

  @Test
  void everyVerdictCanBeRead() throws IOException {
    String json = ComparisonJson.write(Comparisons.mixed());
    Path file = folder.resolve("any.json");
    for (Verdict verdict : Verdict.values()) {
      String all =
          json.replaceAll("\"verdict\" : \"[a-z]+\"", "\"verdict\" : \"" + verdict.label() + "\"");
      assertThat(ComparisonFile.read(Files.writeString(file, all)).rows())
          .extracting(RecordedRow::verdict)
          .containsOnly(verdict.label());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "schema" : "amorsize.comparison/1"  | "schema" : "amorsize.comparison/2"  | schema must be amorsize.comparison/1, is amorsize.comparison/2; confirm needs
          "schema" : "amorsize.comparison/1"  | "schema" : "amorsize.performance-comparison/1" | the file compares workloads; confirm needs a comparison of JMH rows
          "schema" : "amorsize.comparison/1"  | "schema" : 1                        | the file is no comparison; confirm needs a comparison of JMH rows
          "settings" :                        | "other" :                           | settings must be an object, is missing
          "threshold" : 0.03                  | "threshold" : 3                     | settings.threshold must be a share above 0 and below 1, is 3.0
          "margin" : 0.05                     | "margin" : null                     | settings.margin must be a finite number, is null
          "rows" : [                          | "lines" : [                         | rows must be an array, is missing
          "verdict" : "slower"                | "verdict" : "worse"                 | rows[0].verdict must be slower, faster, same or inconclusive, is worse
          "suspect" : false                   | "suspect" : "no"                    | rows[0].suspect must be true or false, is "no"
          "threads" : 1                       | "threads" : -1                      | rows[0].threads must be at least 1
          "size" : "1000"                     | "size" : 1000                       | rows[0].params.size must be text, is 1000
          "base" : {                          | "before" : {                        | rows[0].base must be an object, is missing
          """)
  void tellsWhatIsWrong(String good, String bad, String sentence) throws IOException {
    String json = ComparisonJson.write(Comparisons.mixed());
    assertThat(json).contains(good);
    Path file = folder.resolve("broken.json");
    Files.writeString(file, json.replaceFirst(java.util.regex.Pattern.quote(good), bad));
    assertThatThrownBy(() -> ComparisonFile.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(file + ": " + sentence);
  }

  @Test
  void whatIsNoComparisonIsNone() throws IOException {
    List<String> others = List.of("[]", "{}", "3");
    for (String other : others) {
      Path file = Files.writeString(folder.resolve("other.json"), other);
      assertThatThrownBy(() -> ComparisonFile.read(file))
          .hasMessageStartingWith(file + ": the file is no comparison; confirm needs");
    }
  }

  @Test
  void oldFilesWithoutAcceptedAreRead() throws IOException {
    String json = ComparisonJson.write(Comparisons.mixed());
    String old = json.replaceAll(" *\"accepted\" : (true|false),\n", "");
    RecordedComparison read =
        ComparisonFile.read(Files.writeString(folder.resolve("old.json"), old));
    assertThat(old).doesNotContain("accepted\" :");
    assertThat(read.rows()).noneMatch(RecordedRow::accepted);
  }
}
