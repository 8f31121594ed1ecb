/**
 * What a team has agreed on: thresholds by benchmark and metric, accepted changes, renames, and the
 * benchmarks that must be there.
 *
 * <p>In: reviewed TOML files. Out: {@link io.amorsize.policy.Policy}, and such a file with further
 * accepted changes. Judges nothing.
 */
package io.amorsize.policy;
