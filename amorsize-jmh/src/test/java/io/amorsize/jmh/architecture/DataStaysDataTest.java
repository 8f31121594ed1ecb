package io.amorsize.jmh.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The program has nothing that would turn data into code: no class is loaded by a name that it
 * reads, nothing is deserialized by type, no XML is read, no script or directory is asked. Each
 * rule fails on a planted breach.
 */
class DataStaysDataTest {

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.amorsize.jmh.architecture.planted.other");

  static List<ArchRule> rules() {
    return List.of(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javax.xml.parsers..",
                "javax.xml.transform..",
                "javax.xml.xpath..",
                "org.xml.sax..",
                "org.w3c.dom..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.xml.stream.XMLInputFactory")
            .as("no XML is read, so no external entity is"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.script..", "javax.naming..", "java.rmi..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .as("nothing is looked up, run or deserialized"),
        noClasses()
            .that()
            // The names in it are its own, of classes that Java 17 does not have.
            .doNotHaveFullyQualifiedName("io.amorsize.execution.VirtualThreads")
            .should()
            .callMethodWhere(called(Class.class, "forName"))
            .orShould()
            .callMethodWhere(called(ClassLoader.class, "loadClass"))
            .as("no class is loaded by a name"),
        noClasses()
            .should()
            .callMethodWhere(
                target(nameMatching(".*DefaultTyping.*"))
                    .and(target(owner(JavaClass.Predicates.resideInAPackage("com.fasterxml..")))))
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("JsonTypeInfo")
            .as("JSON does not name its types"));
  }

  private static com.tngtech.archunit.base.DescribedPredicate<
          com.tngtech.archunit.core.domain.JavaCall<?>>
      called(Class<?> type, String method) {
    return target(nameMatching(method)).and(target(owner(JavaClass.Predicates.type(type))));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProgramKeepsTheRule(ArchRule rule) {
    rule.check(ArchitectureTest.PROGRAM);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleCanFail(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(PLANTED)).isInstanceOf(AssertionError.class);
  }
}
