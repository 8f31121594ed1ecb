package io.amorsize.jmh.cli;

import io.amorsize.doctor.Depth;
import io.amorsize.doctor.HealthReport;
import io.amorsize.jmh.report.DoctorReport;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks whether this host and this JVM are fit to plan and to measure. */
@Command(
    name = "doctor",
    description =
        "Checks what stands behind the numbers: cores and what the host gives of them, memory, the"
            + " executor, the clocks, the JVM's flags. Exit code 0 for excellent and good, 1 for"
            + " poor and critical.",
    footer = {"", "Example: java -jar benchmarks.jar doctor"})
final class DoctorCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Function<Depth, HealthReport> doctor;

  @Mixin private DocumentOptions document;

  @Option(names = "--quick", description = "Half a second instead of two.")
  private boolean quick;

  DoctorCommand(Terminal terminal, Function<Depth, HealthReport> doctor) {
    this.terminal = terminal;
    this.doctor = doctor;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    HealthReport health = doctor.apply(quick ? Depth.QUICK : Depth.FULL);
    document.write(terminal, DoctorReport.of(health), () -> DoctorReport.json(health));
    return ExitCode.of(false, !health.grade().isFit(), false).value();
  }
}
