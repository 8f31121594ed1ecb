package io.amorsize.jmh.speed;

import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times the program: as processes first, then piece by piece in JVMs of their own. */
public final class SpeedEvaluation {

  /** Rows of the large file have so many scores that numbers are what it is made of. */
  private static final GeneratedResults LONG_ROWS = new GeneratedResults(10, 100);

  /** Races of processes, before the pieces. */
  private static final int RACES = 2;

  private final SpeedScale scale;
  private final Class<?> program;
  private final Path folder;
  private final SpeedJvm jvm;

  /**
   * An evaluation.
   *
   * @param program the class that is started with {@code compare}
   * @param folder an empty folder for files
   */
  public SpeedEvaluation(SpeedScale scale, Class<?> program, Path folder) {
    this.scale = scale;
    this.program = program;
    this.folder = folder;
    this.jvm = new SpeedJvm(folder);
  }

  /**
   * Times everything.
   *
   * @throws BenchmarkFailedException if a JVM fails
   */
  public SpeedScores run() {
    int rows = LONG_ROWS.rows(scale.megabytes());
    Path file = LONG_ROWS.write(folder.resolve(SpeedTask.FILE), rows, scale.seed());
    LONG_ROWS.write(folder.resolve(SpeedTask.QUARTER), rows / 4, scale.seed());
    scale.progress().expect(RACES + SpeedTask.values().length);
    Map<Timed, List<Double>> seconds = new EnumMap<>(Timed.class);
    seconds.putAll(race("compare as a process", processes()));
    seconds.putAll(race("reading for the first time", firstReadings(file)));
    for (SpeedTask task : SpeedTask.values()) {
      seconds.putAll(inFork(task));
      scale.progress().done(1, task.name().toLowerCase(Locale.ROOT));
    }
    return new SpeedScores(scale, JmhResultReader.threads(file.toFile().length()), seconds);
  }

  /** One round does not count: it brings files into memory. */
  private Map<Timed, List<Double>> race(String what, List<Racer> racers) {
    Map<Timed, List<Double>> seconds = new Race(scale.seed()).run(racers, 1, scale.rounds());
    scale.progress().done(1, what);
    return seconds;
  }

  private List<Racer> processes() {
    List<Racer> racers = new ArrayList<>();
    racers.add(process(Timed.EMPTY_JVM, EmptyFork.class, List.of()));
    for (Timed what : List.of(Timed.COMPARE, Timed.COMPARE_MORE)) {
      List<String> arguments = new ArrayList<>(List.of("compare", "--fail-on", "never"));
      SpeedTask.compared(folder, what, scale.seed())
          .forEach(side -> arguments.add(side.toString()));
      racers.add(process(what, program, arguments));
    }
    return racers;
  }

  private Racer process(Timed what, Class<?> main, List<String> arguments) {
    return Racer.of(
        what,
        System::nanoTime,
        1,
        () -> {
          jvm.run(List.of(), main, arguments);
          return 1;
        });
  }

  private List<Racer> firstReadings(Path file) {
    List<Racer> racers = new ArrayList<>();
    racers.add(firstReading(Timed.READ_FIRST, JsonReading.OURS, file));
    racers.add(firstReading(Timed.TOKENS_FIRST, JsonReading.TOKENS, file));
    racers.add(firstReading(Timed.NUMBERS_FIRST, JsonReading.NUMBERS, file));
    racers.add(firstReading(Timed.FAST_NUMBERS_FIRST, JsonReading.FAST_NUMBERS, file));
    if (PythonReading.seconds(file).isPresent()) {
      racers.add(new Racer(Timed.PYTHON, () -> PythonReading.seconds(file).orElseThrow()));
    }
    return racers;
  }

  private Racer firstReading(Timed what, JsonReading way, Path file) {
    List<String> jvmArgs = SpeedTask.READING.jvmArgs();
    List<String> arguments = List.of(way.name(), file.toString());
    return new Racer(what, () -> jvm.times(jvmArgs, arguments).get(way.name()).get(0));
  }

  private Map<Timed, List<Double>> inFork(SpeedTask task) {
    List<String> arguments =
        List.of(
            task.name(),
            folder.toString(),
            Long.toString(scale.seed()),
            Integer.toString(scale.rounds()));
    Map<Timed, List<Double>> seconds = new EnumMap<>(Timed.class);
    jvm.times(task.jvmArgs(), arguments)
        .forEach((what, times) -> seconds.put(Timed.valueOf(what), times));
    return seconds;
  }
}
