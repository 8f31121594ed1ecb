package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarSide;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that set the sides of a session apart. */
final class SideOptions {

  @Option(
      names = "--baseline-jvm-args",
      paramLabel = "ARGS",
      description = "Arguments of the base's JVM, also system properties: '-XX:+UseZGC -Dx=1'.")
  private String baselineJvmArgs = "";

  @Option(
      names = "--candidate-jvm-args",
      paramLabel = "ARGS",
      description = "Arguments of the candidate's JVM.")
  private String candidateJvmArgs = "";

  @Option(
      names = "--baseline-jvm",
      paramLabel = "JDK",
      description = "The base's java, or its JDK's home (default: the java that runs this).")
  private Path baselineJvm;

  @Option(names = "--candidate-jvm", paramLabel = "JDK", description = "The candidate's java.")
  private Path candidateJvm;

  @Option(
      names = "--baseline-param",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the benchmarks on the base; it is no part of a row's name.")
  private Map<String, String> baselineParams = new LinkedHashMap<>();

  @Option(
      names = "--candidate-param",
      paramLabel = "NAME=VALUE",
      description = "The same on the candidate.")
  private Map<String, String> candidateParams = new LinkedHashMap<>();

  /** Whether the sides differ even if their jars are one. */
  boolean setApart() {
    return !baselineJvmArgs.equals(candidateJvmArgs)
        || baselineJvm != null
        || candidateJvm != null
        || !baselineParams.equals(candidateParams);
  }

  /** Whether a side is to run otherwise than it did. */
  boolean isGiven() {
    return setApart() || !baselineJvmArgs.isBlank() || !baselineParams.isEmpty();
  }

  JarSide base(JarSide side) {
    return with(side, baselineJvm, baselineJvmArgs, baselineParams);
  }

  JarSide candidate(JarSide side) {
    return with(side, candidateJvm, candidateJvmArgs, candidateParams);
  }

  private JarSide with(JarSide side, Path jvm, String args, Map<String, String> params) {
    JarSide onJvm = jvm == null ? side : side.withJava(jvm);
    JarSide withArgs =
        args.isBlank() ? onJvm : onJvm.withJvmArgs(List.of(args.strip().split("\\s+")));
    JarSide set = params.isEmpty() ? withArgs : withArgs.withParams(params);
    return setApart() ? set.withLabel(label(side, jvm, args, params)) : set;
  }

  /** A side's name with what sets it apart. */
  private static String label(JarSide side, Path jvm, String args, Map<String, String> params) {
    StringBuilder label = new StringBuilder(side.label());
    if (jvm != null) {
      label.append(" on ").append(jvm);
    }
    label.append(args.isBlank() ? "" : " with " + args.strip());
    params.forEach((name, value) -> label.append(' ').append(name).append('=').append(value));
    return label.toString();
  }
}
