/**
 * Numbers in, numbers out.
 *
 * <p>No text, file, clock or global randomness; a seed and a confidence level are arguments. Each
 * class names its paper, and its tests name where their values come from.
 */
package io.amorsize.statistics;
