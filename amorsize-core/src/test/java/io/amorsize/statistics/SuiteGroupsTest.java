package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SuiteGroupsTest {

  private static final int NIGHTS = 60;

  private static double[][] rows(int count, double noise) {
    Random random = new Random(5);
    double[][] rows = new double[count][NIGHTS];
    for (double[] row : rows) {
      Arrays.setAll(row, night -> noise * random.nextGaussian());
    }
    return rows;
  }

  private static void addMachine(double[][] rows, int every, double size) {
    for (int row = 0; row < rows.length; row++) {
      for (int night = every; night < NIGHTS; night += every) {
        rows[row][night] += row % 2 == 0 ? size : -size;
      }
    }
  }

  @Test
  void nightsOfAnotherMachineAreATypeOfTheirOwn() {
    double[][] rows = rows(12, 0.02);
    addMachine(rows, 4, 0.15);
    int[] groups = SuiteGroups.of(rows);
    for (int night = 0; night < NIGHTS; night++) {
      assertThat(groups[night]).as("night " + night).isEqualTo(night > 0 && night % 4 == 0 ? 1 : 0);
    }
  }

  @Test
  void aNoisySuiteOfOneMachineIsOneType() {
    assertThat(SuiteGroups.of(rows(20, 0.1))).containsOnly(0);
  }

  @Test
  void changesOfFewRowsAreNotAMachine() {
    double[][] rows = rows(12, 0.02);
    for (int row = 0; row < 5; row++) {
      for (int night = 20 + 5 * row; night < NIGHTS; night++) {
        rows[row][night] += 0.5;
      }
    }
    assertThat(SuiteGroups.of(rows)).containsOnly(0);
  }

  /** In the end all rows have changed, but never most of them within few nights. */
  @Test
  void typesFollowTheCode() {
    double[][] rows = rows(12, 0.02);
    for (int row = 0; row < 12; row++) {
      for (int night = 4 * row + 4; night < NIGHTS; night++) {
        rows[row][night] += 0.2;
      }
    }
    assertThat(SuiteGroups.of(rows)).containsOnly(0);
  }

  @Test
  void missingValuesDoNotCount() {
    double[][] rows = rows(12, 0.02);
    addMachine(rows, 4, 0.15);
    int[] whole = SuiteGroups.of(rows);
    for (int night = 0; night < NIGHTS; night++) {
      rows[night % 12][night] = Double.NaN;
    }
    assertThat(SuiteGroups.of(rows)).containsExactly(whole);
  }

  @Test
  void fewRowsTellNothing() {
    double[][] rows = rows(7, 0.02);
    addMachine(rows, 4, 0.5);
    assertThat(SuiteGroups.of(rows)).containsOnly(0);
    assertThat(SuiteGroups.of(new double[0][])).isEmpty();
  }
}
