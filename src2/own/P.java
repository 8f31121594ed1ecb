package own;
import io.amorsize.workload.*;
import java.util.*;
import java.util.stream.*;
public final class P implements WorkloadProvider {
  static long work(int s) { long h = s; for (int i = 0; i < 45000; i++) h = h * 31 + (h >>> 7) + i; return h; }
  @Override public List<WorkloadSpec<?, ?>> workloads(long seed) {
    return List.of(WorkloadSpec.builder("own_hash", P::work, n -> IntStream.range(0, n).boxed().collect(Collectors.toList()), 300).description("hashes").minSpeedup(0.9).build());
  }
}
