package io.amorsize.jmh.cli;

/** The forms of a command's document. */
enum DocumentFormat {
  text,
  markdown,
  json,
  csv,
  junit,
  html
}
