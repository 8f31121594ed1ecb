package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

// Noise is drawn: a rule with a rate of false alarms fails on some draws, so the seeds are fixed.
class LevelStepsTest {

  private static final int LENGTH = 60;

  private static double[] noise(long seed) {
    Random random = new Random(seed);
    double[] values = new double[LENGTH];
    Arrays.setAll(values, i -> 0.01 * random.nextGaussian());
    return values;
  }

  private static double[] stepped(long seed, int at, double size) {
    double[] values = noise(seed);
    for (int i = at; i < LENGTH; i++) {
      values[i] += size;
    }
    return values;
  }

  private static LevelSteps of(double[] values) {
    return LevelSteps.of(values, new int[values.length]);
  }

  private static int[] places(LevelSteps found) {
    return found.steps().stream().mapToInt(LevelStep::at).toArray();
  }

  @Test
  void findsAStepWithItsPlaceAndSize() {
    LevelSteps found = of(stepped(1, 35, 0.06));
    assertThat(found.steps()).hasSize(1);
    LevelStep step = found.steps().get(0);
    assertThat(step.shape()).isEqualTo(LevelStep.Shape.STEP);
    assertThat(step.at()).isEqualTo(35);
    assertThat(step.interval().contains(0.06)).isTrue();
    assertThat(step.p()).isLessThanOrEqualTo(LevelSteps.LEVEL);
    assertThat(found.scale()).isBetween(0.006, 0.014);
    assertThat(found.levels().get(1) - found.levels().get(0)).isCloseTo(0.06, within(0.01));
  }

  @Test
  void stepsUpAndDownAreTwo() {
    double[] values = stepped(2, 20, 0.08);
    for (int i = 40; i < LENGTH; i++) {
      values[i] -= 0.08;
    }
    assertThat(places(of(values))).containsExactly(20, 40);
  }

  @Test
  void aSlowRiseIsOneDrift() {
    double[] values = noise(3);
    for (int i = 0; i < LENGTH; i++) {
      values[i] += 0.01 * Math.max(0, Math.min(16, i - 20));
    }
    LevelSteps found = of(values);
    assertThat(found.steps()).hasSize(1);
    LevelStep drift = found.steps().get(0);
    assertThat(drift.shape()).isEqualTo(LevelStep.Shape.DRIFT);
    assertThat(drift.earliest()).isBetween(17, 23);
    assertThat(drift.latest()).isBetween(33, 39);
    assertThat(drift.difference()).isCloseTo(0.16, within(0.01));
  }

  @Test
  void aStepOfTwoValuesIsASuspectAtMost() {
    double[] values = Arrays.copyOf(stepped(4, 14, 0.08), 16);
    LevelSteps found = of(values);
    assertThat(found.steps()).isEmpty();
    assertThat(found.suspect()).map(LevelStep::at).contains(14);
  }

  @Test
  void whatTwentyValuesHaveNotConfirmedIsNoSuspect() {
    double[] values = new double[30];
    Arrays.setAll(values, i -> 0.02 * (i % 2));
    values[5] += 0.1;
    values[6] += 0.1;
    values[7] += 0.1;
    LevelSteps late = of(Arrays.copyOf(values, 12));
    assertThat(late.steps()).isEmpty();
    assertThat(late.suspect()).isPresent();
    assertThat(of(values).suspect()).isEmpty();
  }

  @Test
  void allValuesAreBroughtToTheUsualGroup() {
    double[] values = noise(5);
    int[] groups = new int[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      groups[i] = i % 4 == 3 ? 1 : 0;
      values[i] += groups[i] * 0.3;
    }
    LevelSteps found = LevelSteps.of(values, groups);
    assertThat(found.adjusted())
        .hasSize(LENGTH)
        .allSatisfy(v -> assertThat(v).isBetween(-0.1, 0.1));
    assertThat(found.adjusted().get(0)).isCloseTo(values[0], within(1e-12));
  }

  @Test
  void stepsBelowOnePercentDoNotCount() {
    double[] values = new double[LENGTH];
    Arrays.setAll(values, i -> (i % 2) * 1e-4 + (i < 30 ? 0 : 0.0098));
    assertThat(of(values).steps()).isEmpty();
    Arrays.setAll(values, i -> (i % 2) * 1e-4 + (i < 30 ? 0 : 0.0102));
    assertThat(places(of(values))).containsExactly(30);
  }

  @Test
  void machinesThatTakeTurnsAreNoSteps() {
    double[] values = noise(5);
    int[] groups = new int[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      groups[i] = i / 5 % 3 == 2 ? 1 : 0;
      values[i] += groups[i] * 0.3;
    }
    assertThat(LevelSteps.of(values, groups).steps()).isEmpty();
    assertThat(of(values).steps()).isNotEmpty();
  }

  /** The offset of the other machine changes with the code: one step, not three. */
  @Test
  void anOffsetThatChangesWithTheCodeIsPartOfTheStep() {
    double[] values = stepped(6, 30, 0.5);
    int[] groups = new int[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      groups[i] = i % 4 == 3 ? 1 : 0;
      values[i] += groups[i] * (i < 30 ? 0.1 : 0.3);
    }
    assertThat(places(LevelSteps.of(values, groups))).containsExactly(30);
  }

  @Property(tries = 60, seed = "20261126")
  void aFactorOnAllCostsChangesNothing(
      @ForAll @IntRange(min = 0, max = 1000) int seed,
      @ForAll @DoubleRange(min = -9, max = 9) double logFactor) {
    double[] values = stepped(seed, 25, seed % 3 * 0.03);
    double[] scaled = Arrays.stream(values).map(value -> value + logFactor).toArray();
    assertThat(places(of(scaled))).containsExactly(places(of(values)));
    assertThat(of(scaled).scale()).isCloseTo(of(values).scale(), within(1e-9));
  }

  @Property(tries = 40, seed = "20261126")
  void mirroredCostsHaveMirroredSteps(@ForAll @IntRange(min = 0, max = 1000) int seed) {
    double[] values = stepped(seed, 25, 0.06);
    double[] mirrored = Arrays.stream(values).map(value -> -value).toArray();
    assertThat(places(of(mirrored))).containsExactly(places(of(values)));
    assertThat(of(mirrored).steps().get(0).difference())
        .isCloseTo(-of(values).steps().get(0).difference(), within(1e-12));
  }

  @Property(tries = 60, seed = "20261126")
  void oneNightHoweverFarAwayIsNoStep(
      @ForAll @IntRange(min = 0, max = 1000) int seed,
      @ForAll @IntRange(min = 0, max = LENGTH - 1) int night,
      @ForAll @DoubleRange(min = -5, max = 5) double size) {
    double[] values = noise(seed % 5);
    values[night] += size;
    assertThat(of(values).steps()).isEmpty();
  }

  @Property(tries = 30, seed = "20261126")
  void laterByAsMuchAsNightsAreAddedBefore(
      @ForAll @IntRange(min = 0, max = 1000) int seed,
      @ForAll @IntRange(min = 1, max = 20) int more) {
    double[] values = stepped(seed, 25, 0.1);
    double[] longer = new double[LENGTH + more];
    System.arraycopy(noise(seed + 1), 0, longer, 0, more);
    System.arraycopy(values, 0, longer, more, LENGTH);
    assertThat(places(of(values))).containsExactly(25);
    assertThat(places(of(longer))).containsExactly(25 + more);
  }

  @Property(tries = 20, seed = "20261126")
  void namesOfGroupsDoNotMatter(@ForAll @IntRange(min = 0, max = 1000) int seed) {
    double[] values = stepped(seed, 30, 0.05);
    int[] groups = new int[LENGTH];
    int[] renamed = new int[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      groups[i] = i * 7 % 5 == 0 ? 1 : 0;
      renamed[i] = groups[i] == 1 ? 3 : 8;
      values[i] += groups[i] * 0.2;
    }
    assertThat(LevelSteps.of(values, renamed)).isEqualTo(LevelSteps.of(values, groups));
  }

  @Test
  void needsAGroupForEachValue() {
    assertThatThrownBy(() -> LevelSteps.of(new double[3], new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("need a group for each of at least 1 value, are 2 for 3");
  }
}
