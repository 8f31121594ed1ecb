package io.amorsize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("baselines/accepted.toml");
  }

  private static AcceptedChange change(String benchmark, double upTo, String reason) {
    return new AcceptedChange(
        new Glob(benchmark),
        new Glob("primary"),
        upTo,
        reason,
        "ann",
        Optional.of(TODAY.plusDays(30)),
        Optional.of(TODAY));
  }

  @Test
  void writesWhatThePolicyReads() {
    AcceptedChange first = change("p.A.m", 0.12, "checks every input now");
    AcceptedChange second = change("p.B.*", 1.5, "safer");
    AcceptedFile.append(file, List.of(first));
    AcceptedFile.append(file, List.of(second));
    assertThat(PolicyFile.read(file).accepted()).containsExactly(first, second);
    assertThat(file)
        .content()
        .startsWith("# Changes that were agreed on")
        .contains("\n[[accepted]]\nbenchmark = \"p.A.m\"\n", "\nuntil = 2026-03-02\n")
        .contains("\nup_to = \"12%\"\n", "\nup_to = \"150%\"\n");
  }

  @Test
  void keepsWhatAPersonWrote() throws IOException {
    String before = "# ours\nexpected = ['p.*'] # all\n\n[renames]\n\"p.Old.m\" = \"p.A.m\"";
    Files.createDirectories(file.getParent());
    Files.writeString(file, before);
    AcceptedFile.append(file, List.of(change("p.A.m", 0.05, "why")));
    assertThat(file).content().startsWith(before + "\n");
    Policy read = PolicyFile.read(file);
    assertThat(read.accepted()).hasSize(1);
    assertThat(read.renamed("p.Old.m")).isEqualTo("p.A.m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \"quoted\" word",
        "C:\\new\\table",
        "two\nlines\tand a tab",
        "\u0000\u0007\u007f\u009f",
        "[[accepted]]\nbenchmark = 'x'",
        "\u00e4 \u2713 \ud83d\ude00",
      })
  void anyReasonComesBackAsItWasWritten(String reason) {
    AcceptedFile.append(file, List.of(change("p.A.m", 0.05, reason)));
    assertThat(PolicyFile.read(file).accepted()).containsExactly(change("p.A.m", 0.05, reason));
  }

  @Test
  void aFileThatIsNoPolicyStaysAsItIs() throws IOException {
    Files.createDirectories(file.getParent());
    for (String broken : List.of("accepted = []\n", "nonsense", "[rules]\n")) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> AcceptedFile.append(file, List.of(change("p.A.m", 0.05, "why"))))
          .isInstanceOf(ResultFormatException.class)
          .hasMessageStartingWith(file.toString())
          .hasMessageNotContaining("amorsize-");
      assertThat(file).hasContent(broken);
    }
  }

  @Test
  void whatABaselineHoldsAlreadyIsNotAcceptedOnceMore() {
    Policy agreed = Policy.NONE.withAccepted(List.of(change("p.A.m", 0.12, "why")));
    assertThat(agreed.forBaseOf(TODAY.minusDays(5)).accepted()).hasSize(1);
    assertThat(agreed.forBaseOf(TODAY).accepted()).hasSize(1);
    assertThat(agreed.forBaseOf(TODAY.plusDays(1)).accepted()).isEmpty();
    AcceptedChange undated =
        new AcceptedChange(Glob.ANY, Glob.ANY, 0.1, "why", "", Optional.empty());
    assertThat(undated.isContainedIn(TODAY.plusYears(1))).isFalse();
  }
}
