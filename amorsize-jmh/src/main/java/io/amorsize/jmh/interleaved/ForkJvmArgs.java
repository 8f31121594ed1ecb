package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees that a side's JVM arguments reach the measuring JVM and have the last word there. JMH hands
 * its own arguments on to its forks, but not where the benchmark is annotated with arguments
 * ({@code @Fork(jvmArgs)}), and those it is annotated to append ({@code @Fork(jvmArgsAppend)}) come
 * after the side's.
 */
final class ForkJvmArgs {

  private record Key(JarSide side, BenchmarkUnit unit, List<String> jmhArgs) {
    static Key of(JarForkRequest request) {
      return new Key(request.side(), request.unit(), request.jmhArgs());
    }
  }

  private final Map<Key, List<String>> told = new HashMap<>();

  /** All arguments that JMH must be told, if an earlier fork showed that it must. */
  Optional<List<String>> toTell(JarForkRequest request) {
    return Optional.ofNullable(told.get(Key.of(request)));
  }

  /**
   * Whether the fork ran with the side's arguments last; if not, the next one will be told.
   *
   * @throws BenchmarkFailedException if JMH did not do as it was told
   */
  boolean accept(JarForkRequest request, List<? extends JsonNode> rows) {
    List<String> wanted = request.side().jvmArgs();
    Optional<List<String>> said = toTell(request);
    for (JsonNode row : rows) {
      List<String> had = row.path("jvmArgs").valueStream().map(JsonNode::asText).toList();
      if (said.isPresent() && !had.equals(said.get())) {
        throw new BenchmarkFailedException(
            request.unit() + ": JMH started its fork with " + had + " instead of " + said.get());
      }
      if (!endsWith(had, wanted)) {
        told.put(Key.of(request), withLast(had, wanted));
        return false;
      }
    }
    return true;
  }

  private static boolean endsWith(List<String> all, List<String> end) {
    int before = all.size() - end.size();
    return before >= 0 && all.subList(before, all.size()).equals(end);
  }

  private static List<String> withLast(List<String> all, List<String> last) {
    List<String> arguments = new ArrayList<>(all);
    last.forEach(arguments::remove);
    arguments.addAll(last);
    return List.copyOf(arguments);
  }
}
