package io.amorsize.examples;

import io.amorsize.workload.WorkloadProvider;
import io.amorsize.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A workload that a provider names: found by its name in forked JVMs, so that {@code java -jar
 * benchmarks.jar suite --workloads examples.jar} measures it as the standard ones.
 */
public final class ImageProcessing implements WorkloadProvider {

  private static final int PIXELS = 64 * 64;

  @Override
  public List<WorkloadSpec<?, ?>> workloads(long seed) {
    return List.of(
        WorkloadSpec.builder(
                "image_blur", ImageProcessing::brightest, count -> images(count, seed), 300)
            .description("blurs an image and finds its brightest pixel")
            .minSpeedup(0.9)
            .build());
  }

  static List<int[]> images(int count) {
    return images(count, 42);
  }

  private static List<int[]> images(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> images = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      images.add(random.ints(PIXELS, 0, 256).toArray());
    }
    return images;
  }

  static int brightest(int[] image) {
    int[] blurred = image.clone();
    for (int pass = 0; pass < 5; pass++) {
      for (int i = 1; i < blurred.length - 1; i++) {
        blurred[i] = (blurred[i - 1] + 2 * blurred[i] + blurred[i + 1]) / 4;
      }
    }
    return Arrays.stream(blurred).max().orElseThrow();
  }
}
