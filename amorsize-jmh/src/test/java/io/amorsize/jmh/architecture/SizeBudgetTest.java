package io.amorsize.jmh.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How large files, methods and lists of parameters are: small, and none too large. */
class SizeBudgetTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The one entry of the parallel map: a range, its results, and who is told of its threads. */
  private static final String WIDE = "mapRange";

  /**
   * Something with a size.
   *
   * @param name where it is
   * @param size lines, or parameters
   */
  record Sized(String name, long size) {}

  private static final List<Sized> FILES = new ArrayList<>();
  private static final List<Sized> METHODS = new ArrayList<>();
  private static final List<Sized> PARAMETERS = new ArrayList<>();

  @BeforeAll
  static void measure() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("amorsize-core", "amorsize-jmh", "examples")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    for (Path source : sources) {
      try (Stream<String> lines = Files.lines(source)) {
        FILES.add(new Sized(ROOT.relativize(source).toString(), lines.count()));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjects(sources.toArray(Path[]::new)));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Methods(unit, positions).scan(unit, null);
      }
    }
  }

  /** Notes each method that has a body. */
  private static final class Methods extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Methods(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long start = lines.getLineNumber(positions.getStartPosition(unit, method));
        long end = lines.getLineNumber(positions.getEndPosition(unit, method));
        String name = Path.of(unit.getSourceFile().getName()).getFileName() + ":" + start;
        METHODS.add(new Sized(name + " " + method.getName(), end - start + 1));
        boolean constructor = method.getReturnType() == null;
        if (!constructor && !method.getName().contentEquals(WIDE)) {
          PARAMETERS.add(new Sized(name + " " + method.getName(), method.getParameters().size()));
        }
      }
      return super.visitMethod(method, null);
    }
  }

  private static long median(List<Sized> all) {
    return all.stream()
        .mapToLong(Sized::size)
        .sorted()
        .skip(all.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static void check(String what, List<Sized> all, long usual, long most) {
    assertThat(all).hasSizeGreaterThan(500);
    assertThat(median(all)).as("median of " + what).isLessThanOrEqualTo(usual);
    assertThat(all.stream().filter(sized -> sized.size() > most)).as(what).isEmpty();
  }

  @Test
  void filesAreShort() {
    check("lines of files", FILES, 100, 300);
  }

  @Test
  void methodsAreShort() {
    check("lines of methods", METHODS, 8, 50);
  }

  @Test
  void fewParametersAreEnough() {
    check("parameters", PARAMETERS, 2, 5);
  }
}
