package io.amorsize.jmh.runner;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JVM that forks run on: this one's, with this one's arguments. */
final class ForkJvm {

  private static final List<String> FIXED_HEAP =
      List.of("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch");

  /** JMH builds the class path of its forks from this property. */
  static final String CLASS_PATH = "java.class.path";

  private ForkJvm() {}

  /**
   * Arguments of this JVM that a fork is started with, as JMH does it; agents stay behind, since a
   * debugger's port or a coverage file is this JVM's alone.
   */
  static List<String> inheritedArgs() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-agent") && !argument.startsWith("-javaagent"))
        .toList();
  }

  /**
   * Arguments of a measuring JVM: this one's, then the user's, or else a heap whose pages are all
   * there from the start. A growing heap costs a page fault for each new page, in the middle of
   * what is measured, and the more so the faster a plan allocates.
   */
  static List<String> measuringArgs(Optional<List<String>> userArgs) {
    List<String> arguments = new ArrayList<>(inheritedArgs());
    arguments.addAll(userArgs.orElse(FIXED_HEAP));
    return arguments;
  }

  /** The class path of forks: this JVM's, and a jar with workload providers. */
  static String classPath(Optional<Path> workloadsJar) {
    String ours = System.getProperty(CLASS_PATH);
    return workloadsJar.map(jar -> ours + File.pathSeparator + jar.toAbsolutePath()).orElse(ours);
  }
}
