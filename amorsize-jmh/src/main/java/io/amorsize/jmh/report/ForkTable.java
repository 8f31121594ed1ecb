package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Table;
import io.amorsize.warmup.ForkWarmup;
import io.amorsize.warmup.Level;
import io.amorsize.warmup.RowWarmup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The forks of a row: where each settles, and the levels before. */
final class ForkTable {

  private static final int SHOWN_LEVELS = 2;

  private static final List<Column> COLUMNS =
      List.of(
          Column.numbers("fork"),
          Column.words("settles"),
          Column.numbers("from"),
          Column.numbers("after"),
          Column.numbers("bias"),
          Column.words("scores before, against the last level"));

  private ForkTable() {}

  /** The table; empty where nothing can be said of the forks. */
  static Optional<Table> of(RowWarmup row, String name) {
    if (row.forks().isEmpty()) {
      return Optional.empty();
    }
    List<List<Cell>> lines = new ArrayList<>();
    for (int i = 0; i < row.forks().size(); i++) {
      lines.add(line(i + 1, row.forks().get(i)));
    }
    return Optional.of(new Table(name, COLUMNS, lines));
  }

  private static List<Cell> line(int number, ForkWarmup fork) {
    return List.of(
        Cell.of(Integer.toString(number)),
        answer(fork),
        Cell.of(fork.isSteady() ? Integer.toString(fork.state().start().getAsInt()) : "-"),
        Cell.of(fork.startSeconds().isEmpty() ? "-" : seconds(fork.startSeconds().getAsDouble())),
        Cell.of(SteadyReport.bias(fork.bias())),
        Cell.of(levels(fork)));
  }

  private static Cell answer(ForkWarmup fork) {
    return switch (fork.state().answer()) {
      case STEADY -> Cell.of("yes");
      case NOT_STEADY -> new Cell("no", Tone.UNSURE);
      case TOO_SHORT -> new Cell("too short", Tone.UNSURE);
    };
  }

  /** For example {@code 0-36 +85 %, 37-120 +4 %}; of many levels the first and a count. */
  private static String levels(ForkWarmup fork) {
    List<Level> levels = fork.levels();
    if (levels.size() < 2) {
      return "";
    }
    double last = levels.get(levels.size() - 1).mean();
    List<String> parts = new ArrayList<>();
    for (Level level : levels.subList(0, Math.min(levels.size() - 1, SHOWN_LEVELS))) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%d-%d %s",
              level.stretch().from(),
              level.stretch().to(),
              change(level.mean() / last)));
    }
    int more = levels.size() - 1 - parts.size();
    return String.join(", ", parts) + (more > 0 ? ", " + more + " more" : "");
  }

  private static String change(double ratio) {
    double percent = 100 * (ratio - 1);
    return ratio >= 10
        ? String.format(Locale.ROOT, "x%.0f", ratio)
        : SteadyReport.bias(OptionalDouble.of(percent / 100)).replace(" ", "");
  }

  static String seconds(double seconds) {
    return seconds == 0 ? "0 s" : Numbers.seconds(seconds);
  }
}
