/**
 * How fast the program itself is, measured on this machine beside something that everyone knows.
 *
 * <p>In: a seed and a scale. Out: times of passes, whose ratios were measured in turn within one
 * run: {@code compare} as a process beside a JVM that does nothing, reading JSON beside Jackson's
 * tokens alone, a chunk beside a task of ForkJoin; and each at two sizes, so that growth shows. All
 * data is made up from the seed. It knows no command: the class to start is told.
 */
package io.amorsize.jmh.speed;
