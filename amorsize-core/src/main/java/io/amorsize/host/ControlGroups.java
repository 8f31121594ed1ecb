package io.amorsize.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where the control groups of this process lie: version 1 (a tree for each controller), version 2
 * (one tree), or both side by side. A limit of a group holds for all groups in it, so each question
 * gets the process's own folder and those above it, up to the mount point.
 *
 * <p>Formats: cgroups(7) and proc_pid_mountinfo(5).
 */
final class ControlGroups {

  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  private record Mount(String root, String point, String type, List<String> options) {}

  private record Membership(List<String> controllers, String path) {}

  private final List<Mount> mounts;
  private final List<Membership> memberships;

  ControlGroups(SystemFiles files) {
    mounts =
        files.lines("proc/self/mountinfo").stream()
            .flatMap(line -> mount(line).stream())
            .filter(mount -> mount.type().startsWith("cgroup"))
            .toList();
    memberships =
        files.lines("proc/self/cgroup").stream()
            .map(line -> line.split(":", 3))
            .filter(fields -> fields.length == 3)
            .map(fields -> new Membership(List.of(fields[1].split(",")), fields[2]))
            .toList();
  }

  /** Folders of the one tree of version 2, own first; empty where it is not mounted. */
  List<String> unified() {
    return mounts.stream()
        .filter(mount -> mount.type().equals("cgroup2"))
        .findFirst()
        .map(mount -> folders(mount, pathIn("")))
        .orElse(List.of());
  }

  /** Folders of a controller of version 1, own first; empty where it is not mounted. */
  List<String> ofController(String controller) {
    return mounts.stream()
        .filter(mount -> mount.type().equals("cgroup") && mount.options().contains(controller))
        .findFirst()
        .map(mount -> folders(mount, pathIn(controller)))
        .orElse(List.of());
  }

  private String pathIn(String controller) {
    return memberships.stream()
        .filter(membership -> membership.controllers().contains(controller))
        .findFirst()
        .map(Membership::path)
        .orElse("/");
  }

  /** Inside a container the path may be the host's, while the mount starts at the container. */
  private static List<String> folders(Mount mount, String path) {
    String root = mount.root().equals("/") ? "" : mount.root();
    String below = path.startsWith(root + "/") ? path.substring(root.length()) : "";
    List<String> folders = new ArrayList<>();
    if (!below.contains("/..")) {
      for (String at = below; at.length() > 1; at = at.substring(0, at.lastIndexOf('/'))) {
        folders.add(mount.point() + at);
      }
    }
    folders.add(mount.point());
    return folders;
  }

  /** Fields: id, parent, device, root, mount point, options, tags, "-", type, source, options. */
  private static Optional<Mount> mount(String line) {
    String[] halves = line.split(" - ", 2);
    String[] first = halves[0].split(" ");
    String[] second = halves.length == 2 ? halves[1].split(" ") : new String[0];
    if (first.length < 5 || second.length < 3) {
      return Optional.empty();
    }
    return Optional.of(
        new Mount(
            unescape(first[3]), unescape(first[4]), second[0], List.of(second[2].split(","))));
  }

  /** A blank in a path is written as \040. */
  private static String unescape(String path) {
    return OCTAL
        .matcher(path)
        .replaceAll(
            (MatchResult found) ->
                java.util.regex.Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 8))));
  }
}
