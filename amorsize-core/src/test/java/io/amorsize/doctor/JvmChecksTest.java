package io.amorsize.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a JVM was started. */
class JvmChecksTest {

  private static final Map<String, Check> CHECKS =
      Map.of(
          "Interpreter", new Interpreter(),
          "CompilerLevel", new CompilerLevel(),
          "CompileFirst", new CompileFirst(),
          "Debugger", new Debugger(),
          "Profilers", new Profilers(),
          "Assertions", new Assertions(),
          "DiagnosticFlags", new DiagnosticFlags());

  private static final Set<Outcome> FAILED = EnumSet.of(Outcome.WARNING, Outcome.ERROR);

  private static List<String> failing(String vmInfo, String... arguments) {
    Patient host = new Patient();
    host.jvmArgs = List.of(arguments);
    host.vmInfo = vmInfo;
    return CHECKS.entrySet().stream()
        .filter(entry -> FAILED.contains(host.asked(entry.getValue()).outcome()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Xint                                      | CompilerLevel,Interpreter",
        "-XX:TieredStopAtLevel=1                    | CompilerLevel",
        "-XX:TieredStopAtLevel=3                    | CompilerLevel",
        "-XX:TieredStopAtLevel=4                    | ''",
        "-Xcomp                                     | CompileFirst",
        "-agentlib:jdwp=transport=dt_socket,address=5005 | Debugger",
        "-Xrunjdwp:transport=dt_socket              | Debugger",
        "-javaagent:/x/jacoco.jar=destfile=/tmp/f   | Profilers",
        "-agentpath:/opt/libasyncProfiler.so=start  | Profilers",
        "-agentlib:hprof                            | Profilers",
        "-XX:StartFlightRecording=duration=30s      | Profilers",
        "-XX:StartFlightRecording                   | Profilers",
        "-XX:FlightRecorderOptions=stackdepth=64    | ''",
        "-ea                                        | Assertions",
        "-enableassertions:io.amorsize...           | Assertions",
        "-esa                                       | Assertions",
        "-Dea=-ea                                   | ''",
        "-Xcheck:jni                                | DiagnosticFlags",
        "-verbose:class                             | DiagnosticFlags",
        "-verbose:gc                                | ''",
        "-XX:NativeMemoryTracking=detail            | DiagnosticFlags",
        "-XX:NativeMemoryTracking=off               | ''",
        "-XX:+PrintCompilation                      | DiagnosticFlags",
        "-XX:-PrintCompilation                      | ''",
        "-XX:+PrintFlagsFinal                       | ''",
        "-Xlog:gc*=debug:file=gc.log                | DiagnosticFlags",
        "-Xlog:gc:file=gc.log                       | ''",
        "-Xmx512m                                   | ''"
      })
  void failsByOneFlag(String flag, String failing) {
    assertThat(String.join(",", failing("mixed mode, sharing", flag))).isEqualTo(failing);
  }

  @Test
  void believesWhatTheJvmSaysOfItself() {
    // The words of HotSpot 17 under -Xint, -Xcomp and -XX:TieredStopAtLevel=1 from a flags file.
    assertThat(failing("interpreted mode, sharing"))
        .containsExactly("CompilerLevel", "Interpreter");
    assertThat(failing("compiled mode, sharing")).containsExactly("CompileFirst");
    assertThat(failing("mixed mode, emulated-client, sharing")).containsExactly("CompilerLevel");
    assertThat(failing("")).isEmpty();
  }

  @Test
  void saysWhatItFoundWithoutPathsAndOptions() {
    Patient host = new Patient();
    host.jvmArgs =
        List.of(
            "-javaagent:/home/x/jacoco.jar=a=/b/c",
            "-agentlib:jdwp=server=y",
            "-agentpath:C:\\tools\\yjp.dll=x",
            "-XX:StartFlightRecording:filename=/a/b");
    assertThat(host.asked(new Profilers()).value().text())
        .isEqualTo("jacoco.jar yjp.dll StartFlightRecording");
    assertThat(host.asked(new Debugger()).value().text()).isEqualTo("jdwp");
  }

  @Test
  void levelsAreCounted() {
    Patient host = new Patient();
    host.jvmArgs = List.of("-XX:TieredStopAtLevel=1");
    assertThat(host.asked(new CompilerLevel()).value().text()).isEqualTo("1");
    host.jvmArgs = List.of("-Xint");
    assertThat(host.asked(new CompilerLevel()).value().text()).isEqualTo("0");
    assertThat(host.asked(new CompilerLevel()).bar().text()).isEqualTo("4 (C2)");
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx512m, 536870912",
    "-Xmx2G, 2147483648",
    "-Xmx1000000, 1000000",
    "-Xmx64k, 65536",
    "-XX:MaxHeapSize=1g, 1073741824",
    "-Xmxmuch, -1",
    "-Xms1g, -1"
  })
  void theHeapThatWasAskedFor(String flag, long bytes) {
    assertThat(new JvmFlags(List.of(flag)).maxHeapBytes().orElse(-1)).isEqualTo(bytes);
  }

  @Test
  void theLastFlagCounts() {
    JvmFlags flags = new JvmFlags(List.of("-Xmx1k", "-Xmx2k", "-XX:A=1", "-XX:A=x", "-XX:A=3"));
    assertThat(flags.maxHeapBytes()).hasValue(2048);
    assertThat(flags.number("A")).hasValue(3);
    assertThat(flags.number("B")).isEmpty();
  }
}
