package io.amorsize.jmh.build;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a built jar depends on, as far as we know.
 *
 * @param commit the full hash
 * @param build the build command
 * @param folder where in the repository it ran, empty for the root
 * @param pattern the pattern of the jar, empty for the usual names
 * @param javaHome the JDK that the build found
 */
record BuildKey(String commit, String build, String folder, String pattern, String javaHome) {

  /** The JDK that a build finds: the one of JAVA_HOME, else most likely the one that runs us. */
  static String javaHomeOfBuilds() {
    return System.getenv().getOrDefault("JAVA_HOME", System.getProperty("java.home"));
  }

  Map<String, Object> plain() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("commit", commit);
    json.put("build", build);
    json.put("folder", folder);
    json.put("pattern", pattern);
    json.put("java_home", javaHome);
    return json;
  }
}
