package io.amorsize.trend;

/**
 * Nights at one level.
 *
 * @param from the first night, a position among those of the suite
 * @param to the last night
 * @param nights nights that count
 * @param level median of these nights in the unit of the scores, those of other types of machines
 *     brought to the level of the most usual one
 */
public record LevelSegment(int from, int to, int nights, double level) {}
