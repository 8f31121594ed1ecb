package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedRow;
import io.amorsize.jmh.night.NightFolder;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.policy.AcceptedFile;
import io.amorsize.policy.Glob;
import io.amorsize.policy.Share;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.RowSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Agrees to slowdowns. */
@Command(
    name = "accept",
    description = {
      "Agrees to slowdowns: what a comparison or a night found slower, or what --include names."
          + " Writes them to a TOML file for review, which nightly reads, and compare with"
          + " --accepted. An agreement covers results that were saved up to the day of it."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar baseline accept reports/nightly/20260131-023000 --reason"
          + " 'checks every input now'",
      "Example: java -jar benchmarks.jar baseline accept --include '*Parser*' --up-to 12%"
          + " --reason 'new format' --until 2026-12-31"
    })
final class BaselineAcceptCommand implements Callable<Integer> {

  /** The file beside the baselines that holds what was agreed on. */
  static final String FILE = "accepted.toml";

  private static final int USUAL_DAYS = 90;
  private static final String NO_END = "never";

  private final Terminal terminal;
  private final Clock clock;

  @Spec private CommandSpec spec;
  @Mixin private BaselineOptions baselines;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "COMPARISON",
      description =
          "A comparison's JSON, or the folder of a session or a night (default: none; --include"
              + " and --up-to say what is accepted).")
  private Path comparison;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Only benchmarks whose full name matches.")
  private List<String> include = new ArrayList<>();

  @Option(names = "--exclude", paramLabel = "GLOB", description = "Without these benchmarks.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--up-to",
      paramLabel = "SHARE",
      converter = Growth.class,
      description =
          "The largest slowdown accepted: 12%%, 0.12 or 1.12x (default: the upper end of what the"
              + " comparison found, in whole percent).")
  private Double upTo;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why it is accepted.")
  private String reason;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      defaultValue = "${sys:user.name}",
      description = "Who accepts it (default: ${DEFAULT-VALUE}).")
  private String by;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "The last day on which it holds, or never (default: in 90 days).")
  private String until;

  @Option(
      names = "--accepted",
      paramLabel = "FILE",
      description = "The file to write (default: accepted.toml in the folder of the baselines).")
  private Path file;

  BaselineAcceptCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Reads how much slower something may be. */
  static final class Growth implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        return Share.parseGrowth(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  public Integer call() {
    if (reason.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--reason must say something");
    }
    LocalDate today = LocalDate.now(clock);
    Optional<LocalDate> last = lastDay(today);
    List<AcceptedChange> changes = new ArrayList<>();
    shares().forEach((row, share) -> changes.add(change(row, share, last, today)));
    Path target = file == null ? baselines.folder().resolve(FILE) : file;
    AcceptedFile.append(target, changes);
    changes.forEach(change -> terminal.say(sentence(change)));
    terminal.say("Written to " + target + ". Next: have it reviewed and commit it.");
    return ExitCode.OK.value();
  }

  private AcceptedChange change(
      Accepted row, double share, Optional<LocalDate> last, LocalDate today) {
    return new AcceptedChange(
        row.benchmark(), row.metric(), share, reason, by, last, Optional.of(today));
  }

  private static String sentence(AcceptedChange change) {
    return "Accepted: "
        + change.benchmark().text()
        + " up to +"
        + change.upToText().replace("%", " %")
        + change.until().map(day -> " until " + day).orElse("")
        + ".";
  }

  private Optional<LocalDate> lastDay(LocalDate today) {
    if (until == null) {
      return Optional.of(today.plusDays(USUAL_DAYS));
    }
    if (until.equals(NO_END)) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(until);
      if (day.isBefore(today)) {
        throw new ResultFormatException(
            "--until " + until + " has passed; name a day from " + today + " on, or never");
      }
      return Optional.of(day);
    } catch (DateTimeParseException e) {
      throw new ResultFormatException(
          "--until must be a date such as 2026-12-31, or never, is " + until, e);
    }
  }

  /** What is accepted: all parameters and modes of a benchmark together. */
  private record Accepted(Glob benchmark, Glob metric) {}

  /** By how much each may be slower. */
  private Map<Accepted, Double> shares() {
    Map<Accepted, Double> shares = new LinkedHashMap<>();
    if (comparison == null) {
      if (include.isEmpty() || upTo == null) {
        throw new ParameterException(
            spec.commandLine(), "name a comparison, or say --include GLOB and --up-to SHARE");
      }
      Glob primary = new Glob(RowComparison.PRIMARY);
      include.forEach(glob -> shares.put(new Accepted(new Glob(glob), primary), upTo));
      return shares;
    }
    for (RecordedRow row : slowerRows()) {
      Accepted accepted = new Accepted(new Glob(row.key().benchmark()), new Glob(row.metric()));
      shares.merge(accepted, upTo == null ? found(row) : upTo, Math::max);
    }
    return shares;
  }

  private List<RecordedRow> slowerRows() {
    RowSelection selection =
        new RowSelection(globs(include), globs(exclude), RowSelection.PRIMARY_OF_ALL.metrics());
    List<RecordedRow> slower = new ArrayList<>();
    for (Path each : comparisons()) {
      ComparisonFile.read(each).rows().stream()
          .filter(RecordedRow::isRegression)
          .filter(row -> selection.takes(row.key()))
          .forEach(slower::add);
    }
    if (slower.isEmpty()) {
      throw new ResultFormatException(
          comparison
              + ": holds no row that got slower"
              + (include.isEmpty() && exclude.isEmpty() ? "" : " and is selected")
              + " and is not accepted already");
    }
    return slower;
  }

  private List<Path> comparisons() {
    if (NightFolder.isNight(comparison)) {
      return new NightFolder(comparison).confirmations();
    }
    return Files.isDirectory(comparison)
        ? List.of(comparison.resolve(SessionFolder.COMPARISON))
        : List.of(comparison);
  }

  private static List<Glob> globs(List<String> texts) {
    return texts.stream().map(Glob::new).toList();
  }

  /** The upper end of the interval, or the slowdown where there is none, in whole percent. */
  private double found(RecordedRow row) {
    OptionalDouble known = row.upper().isPresent() ? row.upper() : row.slowdown();
    double slowdown =
        known.orElseThrow(
            () ->
                new ResultFormatException(
                    comparison
                        + ": does not say how much slower "
                        + row.key().benchmark()
                        + " is; say it with --up-to"));
    return Math.max(1, Math.ceil(100 * (slowdown - 1))) / 100;
  }
}
