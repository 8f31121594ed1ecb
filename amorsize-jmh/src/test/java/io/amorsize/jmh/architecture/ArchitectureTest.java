package io.amorsize.jmh.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fences between the rooms. Each rule is applied to the program, where it must hold, and to
 * {@code planted}, test classes that break it, where it must fail: a rule that cannot fail guards
 * nothing.
 */
class ArchitectureTest {

  /** The rooms in the order of the line of data; each may use only those before it. */
  private static final List<String> LINE =
      List.of(
          "io.amorsize.unit",
          "io.amorsize.host",
          "io.amorsize.workload",
          "io.amorsize.statistics",
          "io.amorsize.execution",
          "io.amorsize.ruler",
          "io.amorsize.optimizer",
          "io.amorsize.result",
          "io.amorsize.validation",
          "io.amorsize.finding",
          "io.amorsize.doctor",
          "io.amorsize.warmup",
          "io.amorsize.policy",
          "io.amorsize.verdict",
          "io.amorsize.history",
          "io.amorsize.trend",
          "io.amorsize",
          "io.amorsize.jmh.store",
          "io.amorsize.jmh.benchmarks",
          "io.amorsize.jmh.json",
          "io.amorsize.jmh.build",
          "io.amorsize.jmh.runner",
          "io.amorsize.jmh.shard",
          "io.amorsize.jmh.interleaved",
          "io.amorsize.jmh.report",
          "io.amorsize.jmh.page",
          "io.amorsize.jmh.night",
          "io.amorsize.jmh.evaluation",
          "io.amorsize.jmh.contest",
          "io.amorsize.jmh.speed",
          "io.amorsize.jmh.assertion",
          "io.amorsize.jmh.cli");

  static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("io.amorsize");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.amorsize.jmh.architecture.planted");

  /**
   * A fence.
   *
   * @param name what it keeps apart
   * @param program the rule for the program
   * @param planted the same rule for the planted breach
   */
  record Fence(String name, ArchRule program, ArchRule planted) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Fence> fences() {
    String planted = "io.amorsize.jmh.architecture.planted";
    return List.of(
        new Fence(
            "JMH only in benchmarks and runner",
            only("org.openjdk.jmh..", "io.amorsize.jmh.benchmarks..", "io.amorsize.jmh.runner.."),
            only("org.openjdk.jmh..", planted + ".allowed..")),
        new Fence(
            "picocli only in cli",
            only("picocli..", "io.amorsize.jmh.cli.."),
            only("picocli..", planted + ".allowed..")),
        new Fence(
            "System.out, System.err and System.exit only in cli",
            consoleOnlyIn("io.amorsize.jmh.cli.."),
            consoleOnlyIn(planted + ".allowed..")),
        new Fence(
            "statistics uses nothing of ours",
            statistics("io.amorsize.statistics.."),
            statistics(planted + ".statistics..")),
        new Fence(
            "core never reaches jmh", coreApart("io.amorsize.jmh.."), coreApartPlanted(planted)),
        new Fence(
            "no cycles between packages",
            slices().matching("io.amorsize.(**)").should().beFreeOfCycles(),
            slices().matching(planted + ".(*)..").should().beFreeOfCycles()));
  }

  private static ArchRule only(String library, String... rooms) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(rooms)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static ArchRule consoleOnlyIn(String room) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class);
  }

  private static ArchRule statistics(String room) {
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.amorsize..")
                .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAPackage(room))));
  }

  private static ArchRule coreApart(String jmh) {
    return noClasses()
        .that()
        .resideInAPackage("io.amorsize..")
        .and()
        .resideOutsideOfPackage(jmh)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(jmh, "org.openjdk.jmh..", "picocli..");
  }

  private static ArchRule coreApartPlanted(String planted) {
    return noClasses()
        .that()
        .resideInAPackage(planted + ".statistics..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("io.amorsize.jmh..", "picocli.."));
  }

  @ParameterizedTest
  @MethodSource("fences")
  void theProgramKeepsTheFence(Fence fence) {
    fence.program().check(PROGRAM);
  }

  @ParameterizedTest
  @MethodSource("fences")
  void theFenceCanFail(Fence fence) {
    assertThatThrownBy(() -> fence.planted().check(PLANTED)).isInstanceOf(AssertionError.class);
  }

  @Test
  void eachRoomUsesOnlyThoseBeforeIt() {
    for (int i = 0; i < LINE.size(); i++) {
      String room = LINE.get(i);
      List<String> later = new ArrayList<>(LINE.subList(i + 1, LINE.size()));
      if (!later.isEmpty()) {
        noClasses()
            .that()
            .resideInAPackage(room)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later.toArray(String[]::new))
            .check(PROGRAM);
      }
    }
  }

  @Test
  void theLineNamesEveryPackage() {
    assertThat(PROGRAM.stream().map(type -> type.getPackageName()).distinct())
        .containsExactlyInAnyOrderElementsOf(LINE);
  }
}
