package io.amorsize.jmh.night;

import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.WholeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares the night with the rolling baseline and with the anchor, told of the noise between
 * sessions that the history shows and that was calibrated where both were measured; of what both
 * know, the larger. What two sessions show is a suspect, whatever its verdict.
 */
final class CompareStep implements NightStep {

  @Override
  public String word() {
    return "compare";
  }

  @Override
  public String run(Night night) {
    RunFiles files = RunFiles.of(night.folder().run());
    List<NightComparison> with = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (BaseRole role : BaseRole.values()) {
      String name = night.settings().bases().name(role);
      Optional<TwoSessions> found = TwoSessions.of(night, role);
      if (found.isEmpty()) {
        absent.add(name);
      } else {
        WholeFile.write(night.folder().comparison(name), found.get().json());
        with.add(found.get().inShort(files));
      }
    }
    NightComparisons found = new NightComparisons(with, absent);
    found.write(night.folder().comparisons());
    return sentence(found);
  }

  private static String sentence(NightComparisons found) {
    if (found.with().isEmpty()) {
      return "nothing, there is no baseline "
          + found.absent().stream()
              .map(name -> "'" + name + "'")
              .collect(Collectors.joining(" or "));
    }
    double expected = found.with().stream().mapToDouble(NightComparison::expectedByChance).sum();
    return found.with().stream().map(NightComparison::sentence).collect(Collectors.joining("; "))
        + String.format(Locale.ROOT, " (%.2f expected by chance)", expected);
  }
}
