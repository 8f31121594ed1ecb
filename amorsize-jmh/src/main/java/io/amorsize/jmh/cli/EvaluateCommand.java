package io.amorsize.jmh.cli;

import picocli.CommandLine.Command;

/** Measures how often the program is right. */
@Command(
    name = "evaluate",
    description = "Measures how often the program is right, on recorded benchmarks.")
final class EvaluateCommand {}
