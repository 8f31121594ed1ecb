/**
 * Numbers in, numbers out.
 *
 * <p>No text, file, clock or global randomness; a seed and a confidence level are arguments. What
 * comes from a paper names it, and its tests name where their values come from.
 */
package io.amorsize.statistics;
