package io.amorsize.jmh.interleaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSidesTest {

  @TempDir private Path folder;
  private final ScriptedSides forks = new ScriptedSides();
  private JarSide old;
  private JarSide now;

  @BeforeEach
  void jars() throws IOException {
    old = JarSide.of(Files.writeString(folder.resolve("a.jar"), "a").toString()).withLabel("old");
    now = JarSide.of(Files.writeString(folder.resolve("b.jar"), "b").toString()).withLabel("new");
  }

  private static BenchmarkUnit unit(String name, String... params) {
    TreeMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < params.length; i += 2) {
      values.put(params[i], params[i + 1]);
    }
    return new BenchmarkUnit(name, values);
  }

  private SessionSpec list(String... arguments) {
    return new SessionSides(old, now, JmhArguments.parse(List.of(arguments)))
        .list(forks, List.of("ab", "a.jar", "b.jar"), 5);
  }

  @Test
  void whatBothHaveIsMeasuredAndTheRestIsNamed() {
    forks.listed.put("old", List.of(unit("p.A.m", "size", "1"), unit("p.A.gone")));
    forks.listed.put("new", List.of(unit("p.A.added"), unit("p.A.m", "size", "1")));
    SessionSpec spec = list();
    assertThat(spec.units()).containsExactly(PairedUnit.of(unit("p.A.m", "size", "1")));
    assertThat(spec.missing()).containsExactly(unit("p.A.gone"));
    assertThat(spec.added()).containsExactly(unit("p.A.added"));
    assertThat(spec.base().contentHash()).hasSize(64).isNotEqualTo(spec.candidate().contentHash());
    assertThat(spec.ownParams()).isEmpty();
  }

  @Test
  void parametersThatASideSetsDoNotPartTheUnits() {
    now = now.withParams(Map.of("size", "9"));
    forks.listed.put("old", List.of(unit("p.A.m", "k", "x", "size", "1")));
    forks.listed.put("new", List.of(unit("p.A.m", "k", "x")));
    SessionSpec spec = list();
    assertThat(spec.units())
        .containsExactly(
            new PairedUnit(
                unit("p.A.m", "k", "x", "size", "1"),
                unit("p.A.m", "k", "x", "size", "9"),
                List.of()));
    assertThat(spec.ownParams()).containsExactly("size");
    assertThat(spec.units().get(0).shortName()).isEqualTo("A.m {k=x, size=1}");
  }

  @Test
  void aPartOfThePlanThatAnOldJarDoesNotKnowPartsNothing() {
    String own = "io.amorsize.jmh.benchmarks.CpuIntensive.parallel";
    BenchmarkUnit before = unit(own, "chunkSize", "auto", "nJobs", "auto");
    BenchmarkUnit today = unit(own, "chunkSize", "auto", "executor", "auto", "nJobs", "auto");
    forks.listed.put("old", List.of(before, unit(own, "chunkSize", "8", "nJobs", "auto")));
    forks.listed.put("new", List.of(today, unit(own, "executor", "virtual", "nJobs", "auto")));
    SessionSpec spec = list();
    assertThat(spec.units()).containsExactly(new PairedUnit(before, today, List.of()));
    assertThat(spec.missing()).containsExactly(unit(own, "chunkSize", "8", "nJobs", "auto"));
    assertThat(spec.added()).containsExactly(unit(own, "executor", "virtual", "nJobs", "auto"));
    assertThat(spec.ownParams()).containsExactly("executor");
  }

  @Test
  void nothingInCommonNamesTheParameterThatPartsThem() {
    forks.listed.put("old", List.of(unit("p.A.m", "size", "1")));
    forks.listed.put("new", List.of(unit("p.A.m", "size", "1", "kind", "x")));
    assertThatThrownBy(() -> list())
        .hasMessageEndingWith(
            "; p.A.m has the parameter kind on the current side alone: not compared");
  }

  @Test
  void nothingInCommonIsASentence() {
    assertThatThrownBy(() -> list("Parser"))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("hold no benchmark that 'Parser' selects");
    forks.listed.put("old", List.of(unit("p.A.m")));
    forks.listed.put("new", List.of(unit("p.B.m"), unit("p.B.n")));
    assertThatThrownBy(() -> list())
        .hasMessageContaining("old holds 1 benchmarks and new 2, and none is on both sides");
  }

  @Test
  void aSessionIsReadBackAsItWasWritten() throws IOException {
    forks.listed.put("old", List.of(unit("p.A.m", "size", "1"), unit("p.A.gone")));
    forks.listed.put("new", List.of(unit("p.A.m", "size", "1"), unit("p.A.added")));
    SessionFolder session = new SessionFolder(folder.resolve("s"));
    assertThat(session.isSession()).isFalse();
    assertThatThrownBy(session::spec).hasMessageContaining("holds no session");
    SessionSpec spec = list();
    session.begin(spec);
    assertThat(new SessionFolder(folder.resolve("s")).spec()).isEqualTo(spec);
    Path file = folder.resolve("s").resolve(SessionFolder.SESSION);
    Files.writeString(file, Files.readString(file).replace("session/1", "session/9"));
    assertThatThrownBy(session::spec)
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("must be amorsize.session/1");
  }
}
