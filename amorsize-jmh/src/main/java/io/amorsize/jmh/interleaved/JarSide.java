package io.amorsize.jmh.interleaved;

import io.amorsize.host.HostProbe;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One side of a session: what runs, on which JVM, with which arguments.
 *
 * @param label how the side is called in messages
 * @param classPath jars and folders, separated as Java separates them
 * @param java the java executable
 * @param jvmArgs arguments of the measuring JVM
 * @param params values of benchmark parameters that this side sets
 */
public record JarSide(
    String label,
    String classPath,
    Path java,
    List<String> jvmArgs,
    SortedMap<String, String> params) {

  /** Copies the collections and checks the names. */
  public JarSide {
    if (label.isBlank() || classPath.isBlank()) {
      throw new IllegalArgumentException("label and class path must not be blank");
    }
    jvmArgs = List.copyOf(jvmArgs);
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /**
   * A side that runs on this JVM's java without arguments.
   *
   * @param jarOrClassPath a jar, or several jars and folders
   * @throws ResultFormatException if a part does not exist
   */
  public static JarSide of(String jarOrClassPath) {
    JarSide side =
        new JarSide(
            jarOrClassPath.isBlank() ? "''" : jarOrClassPath,
            jarOrClassPath.isBlank() ? File.pathSeparator : jarOrClassPath,
            executable(Path.of(System.getProperty("java.home"))),
            List.of(),
            new TreeMap<>());
    List<Path> parts = side.parts();
    if (parts.isEmpty()) {
      throw new ResultFormatException(
          side.label + ": names no file; give a JMH jar, or a class path of jars and folders");
    }
    parts.forEach(part -> requireThere(part, jarOrClassPath));
    return side;
  }

  /**
   * The same on another JVM.
   *
   * @param javaOrHome a java executable, or the home of a JDK
   * @throws ResultFormatException if there is none
   */
  public JarSide withJava(Path javaOrHome) {
    Path found = Files.isDirectory(javaOrHome) ? executable(javaOrHome) : javaOrHome;
    if (!Files.isRegularFile(found) || !Files.isExecutable(found)) {
      throw new ResultFormatException(
          javaOrHome + ": is no java that can be run; name a java executable or a JDK's home");
    }
    return new JarSide(label, classPath, found, jvmArgs, params);
  }

  /**
   * The same settings with other jars, which are there.
   *
   * @param jars at least one
   */
  public JarSide withJars(List<Path> jars) {
    String path = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return new JarSide(label, of(path).classPath, java, jvmArgs, params);
  }

  /** The same under another name. */
  public JarSide withLabel(String value) {
    return new JarSide(value, classPath, java, jvmArgs, params);
  }

  /** The same with these JVM arguments. */
  public JarSide withJvmArgs(List<String> value) {
    return new JarSide(label, classPath, java, value, params);
  }

  /**
   * The same with these values of benchmark parameters.
   *
   * @throws ResultFormatException if one is a list of values
   */
  public JarSide withParams(Map<String, String> value) {
    value.forEach(JarSide::requireOneValue);
    return new JarSide(label, classPath, java, jvmArgs, new TreeMap<>(value));
  }

  /**
   * SHA-256 in hex over the contents of the parts of the class path, in order; of a folder, over
   * the names and contents of its files, sorted by name.
   *
   * @throws ResultFormatException if a part cannot be read
   */
  public String contentHash() {
    return ContentHash.of(parts());
  }

  /** This machine with the arguments of this side; the JDK is known if it is this process's. */
  public RunEnvironment environment() {
    RunEnvironment here = RunEnvironment.of(HostProbe.current(), jvmArgs);
    boolean own = java.equals(executable(Path.of(System.getProperty("java.home"))));
    return own ? here : here.onUnknownJdk();
  }

  /** Its jar; empty where the class path has more than one part or a folder. */
  public Optional<Path> jar() {
    List<Path> parts = parts();
    return Optional.of(parts.get(0)).filter(part -> parts.size() == 1 && Files.isRegularFile(part));
  }

  /** What the benchmarks run on, in a line. */
  String jvm() {
    return (java + " " + String.join(" ", jvmArgs)).strip();
  }

  private static void requireOneValue(String name, String value) {
    if (name.isBlank() || value.indexOf(',') >= 0) {
      throw new ResultFormatException(
          "parameter '"
              + name
              + "' = '"
              + value
              + "': a side sets one value without a comma; give it as name=value");
    }
  }

  List<Path> parts() {
    return Stream.of(classPath.split(Pattern.quote(File.pathSeparator)))
        .filter(part -> !part.isBlank())
        .map(JarSide::path)
        .toList();
  }

  private static Path path(String part) {
    try {
      return Path.of(part);
    } catch (InvalidPathException e) {
      throw new ResultFormatException(part + ": is no file name; name a JMH jar", e);
    }
  }

  private static void requireThere(Path part, String whole) {
    if (!Files.isReadable(part)) {
      String where = part.toString().equals(whole) ? "" : " (of the class path '" + whole + "')";
      throw new ResultFormatException(
          part
              + where
              + (Files.exists(part) ? ": cannot be read" : ": there is no such file")
              + "; name a JMH jar, or jars and folders separated by '"
              + File.pathSeparator
              + "'");
    }
  }

  private static Path executable(Path home) {
    Path bin = home.resolve("bin");
    Path windows = bin.resolve("java.exe");
    return Files.exists(windows) ? windows : bin.resolve("java");
  }
}
