package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupOffsetsTest {

  @Test
  void bringsGroupsToTheLevelOfTheLargest() {
    double[] values = {1, 1, 6, 1, 6, 1, 6, 1};
    int[] groups = {0, 0, 1, 0, 1, 0, 1, 0};
    assertThat(GroupOffsets.removed(values, groups, new int[0]))
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 1);
  }

  /** The other group lies 5 above before the step and 2 above after it. */
  @Test
  void takesTheOffsetsAnewInEachSegment() {
    double[] values = {1, 6, 1, 6, 1, 6, 1, 11, 13, 11, 13, 11, 13, 11};
    int[] groups = {0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0};
    assertThat(GroupOffsets.removed(values, groups, new int[] {7}))
        .containsExactly(1, 1, 1, 1, 1, 1, 1, 11, 11, 11, 11, 11, 11, 11);
  }

  @Test
  void aSegmentWithFewOfAGroupUsesItsOverallOffset() {
    double[] values = {1, 6, 1, 6, 1, 6, 1, 11, 17, 11, 11};
    int[] groups = {0, 1, 0, 1, 0, 1, 0, 0, 1, 0, 0};
    double[] removed = GroupOffsets.removed(values, groups, new int[] {7});
    // Differences 5, 5, 5 and 6: their median is 5.
    assertThat(removed[8]).isEqualTo(12);
  }

  @Test
  void theLargestGroupIsTheFirstOfEquals() {
    assertThat(GroupOffsets.largest(new int[] {4, 4, 2, 2, 7})).isEqualTo(4);
    assertThat(GroupOffsets.largest(new int[] {4, 2, 2})).isEqualTo(2);
  }
}
