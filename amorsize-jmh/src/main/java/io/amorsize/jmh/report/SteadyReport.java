package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.warmup.ForkWarmup;
import io.amorsize.warmup.RowWarmup;
import io.amorsize.warmup.WarmupAdvice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The warm-up of rows for people. */
public final class SteadyReport {

  /** A mean that the warm-up moves by this much is not to be trusted. */
  private static final double BAD_BIAS = 0.05;

  /**
   * Of recorded forks that settle within so many iterations, 24 % run at another level later; of
   * those that settle within 100, half.
   */
  private static final int LONG = 500;

  private static final List<Column> COLUMNS =
      List.of(
          Column.names("benchmark"),
          Column.numbers("forks"),
          Column.numbers("settle"),
          Column.numbers("from iteration"),
          Column.numbers("after"),
          Column.numbers("bias"),
          Column.numbers("-wi"));

  private SteadyReport() {}

  /**
   * The report of a result.
   *
   * @param label what the user called it
   * @param rows its rows, in the order of the file
   * @param notes what to know of how they were read, a sentence each
   * @param byFork whether each fork is shown
   */
  public static Report of(String label, List<RowWarmup> rows, List<String> notes, boolean byFork) {
    CommonFacts common = CommonFacts.of(rows.stream().map(RowWarmup::key).toList());
    List<Section> sections = new ArrayList<>();
    String shared = common.textBeyond(CommonFacts.of(List.of()));
    sections.add(Paragraph.of(shared.isEmpty() ? label : label + ": " + shared));
    sections.add(new Table("", COLUMNS, rows.stream().map(row -> row(row, common)).toList()));
    if (byFork) {
      rows.forEach(row -> ForkTable.of(row, common.name(row.key())).ifPresent(sections::add));
    }
    List<Paragraph> remarks = remarks(rows, notes, common);
    if (!remarks.isEmpty()) {
      sections.add(new Notes("", remarks));
    }
    return new Report("Warm-up of " + label, headline(rows), tone(rows), sections, next(rows));
  }

  private static List<Cell> row(RowWarmup row, CommonFacts common) {
    int forks = row.forks().size();
    String settle = forks == 0 ? "-" : row.isTooShort() ? "?" : Integer.toString(row.steadyForks());
    Tone tone = row.steadyForks() < forks && !row.isTooShort() ? Tone.UNSURE : Tone.PLAIN;
    OptionalDouble bias = row.bias();
    boolean bad = bias.isPresent() && Math.abs(bias.getAsDouble()) >= BAD_BIAS;
    return List.of(
        Cell.of(common.name(row.key())),
        Cell.of(Integer.toString(forks)),
        new Cell(settle, tone),
        Cell.of(range(row)),
        Cell.of(after(row)),
        new Cell(bias(bias), bad ? Tone.BAD : Tone.PLAIN),
        Cell.of(row.advice().map(advice -> Integer.toString(advice.iterations())).orElse("-")));
  }

  /** First and last start of the forks that settle. */
  private static String range(RowWarmup row) {
    int[] starts =
        row.forks().stream()
            .filter(ForkWarmup::isSteady)
            .mapToInt(fork -> fork.state().start().getAsInt())
            .sorted()
            .toArray();
    if (starts.length == 0) {
      return "-";
    }
    int last = starts[starts.length - 1];
    return starts[0] == last ? Integer.toString(last) : starts[0] + ".." + last;
  }

  private static String after(RowWarmup row) {
    double[] seconds =
        row.forks().stream()
            .map(ForkWarmup::startSeconds)
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    return seconds.length == 0 ? "-" : ForkTable.seconds(seconds[seconds.length - 1]);
  }

  static String bias(OptionalDouble bias) {
    return bias.isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%+.1f %%", 100 * bias.getAsDouble()).replace("-0.0", "+0.0");
  }

  private static List<Paragraph> remarks(
      List<RowWarmup> rows, List<String> notes, CommonFacts common) {
    List<Paragraph> remarks = new ArrayList<>();
    for (RowWarmup row : rows) {
      row.obstacle()
          .ifPresent(
              obstacle ->
                  remarks.add(
                      new Paragraph(
                          common.name(row.key()) + ": nothing can be said: " + obstacle,
                          Tone.UNSURE)));
    }
    notes.forEach(note -> remarks.add(new Paragraph(note, Tone.UNSURE)));
    int longest =
        rows.stream()
            .flatMap(row -> row.forks().stream())
            .filter(ForkWarmup::isSteady)
            .mapToInt(ForkWarmup::iterations)
            .max()
            .orElse(LONG);
    if (longest < LONG) {
      remarks.add(
          Paragraph.of(
              "forks settle within the "
                  + longest
                  + " iterations that are there; in so few, a later change of level cannot be seen"));
    }
    return remarks;
  }

  private static String headline(List<RowWarmup> rows) {
    int forks = rows.stream().mapToInt(row -> row.forks().size()).sum();
    int steady = rows.stream().mapToInt(RowWarmup::steadyForks).sum();
    long tooShort =
        rows.stream().flatMap(row -> row.forks().stream()).filter(ForkWarmup::isTooShort).count();
    if (forks == 0) {
      return "No row can be looked at.";
    }
    if (tooShort == forks) {
      return "Every fork is too short to tell: at least 20 iterations are needed.";
    }
    StringBuilder text = new StringBuilder(steady + " of " + forks + " forks settle");
    if (tooShort > 0) {
      text.append(", ").append(tooShort).append(tooShort == 1 ? " is" : " are");
      text.append(" too short to tell");
    }
    long biased =
        rows.stream()
            .map(RowWarmup::bias)
            .flatMapToDouble(OptionalDouble::stream)
            .filter(bias -> Math.abs(bias) >= BAD_BIAS)
            .count();
    if (biased > 0) {
      text.append("; in ").append(biased).append(biased == 1 ? " row" : " rows");
      text.append(" the warm-up moves the mean by 5 % or more");
    }
    return text.append('.').toString();
  }

  private static Tone tone(List<RowWarmup> rows) {
    boolean all = rows.stream().allMatch(row -> row.steadyForks() == row.forks().size());
    return all ? Tone.PLAIN : Tone.UNSURE;
  }

  private static String next(List<RowWarmup> rows) {
    int most =
        rows.stream()
            .flatMap(row -> row.advice().stream())
            .mapToInt(WarmupAdvice::iterations)
            .max()
            .orElse(-1);
    if (most < 0) {
      return "Next: measure with -wi 0 and more iterations, for instance -i 300 -r 100ms.";
    }
    return "Next: -wi "
        + most
        + " covers every row (nine of ten forks that settle); 'compare --skip-warmup auto' leaves"
        + " the warm-up out of files like this one.";
  }
}
