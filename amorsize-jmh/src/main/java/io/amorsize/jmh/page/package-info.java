/**
 * Pages for a browser: one file each, with all that it needs.
 *
 * <p>In: reports and comparisons with their words and numbers. Out: HTML. A page's template lies in
 * {@code src/main/jte}, its script and style in the resources of this package. Decides nothing, and
 * words nothing that another form words.
 */
package io.amorsize.jmh.page;
