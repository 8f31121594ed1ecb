/** The documentation's examples; the build compiles them, and its tests run them. */
package io.amorsize.examples;
