package io.amorsize.jmh.speed;

import io.amorsize.result.JsonFile;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JVM of one race, or of one reading in a JVM that has read nothing yet. */
public final class SpeedFork {

  private SpeedFork() {}

  /**
   * Races.
   *
   * @param args the file to write seconds to, as an object from name to list; the task, the folder
   *     of its files, the seed and the rounds; or the file, a way of reading and a file to read
   */
  public static void main(String[] args) {
    List<String> arguments = List.of(args).subList(1, args.length);
    Map<String, Object> seconds = new TreeMap<>();
    if (arguments.size() == 2) {
      seconds.put(arguments.get(0), List.of(JsonReading.once(arguments)));
    } else {
      race(arguments).forEach((what, times) -> seconds.put(what.name(), times));
    }
    WholeFile.write(Path.of(args[0]), JsonFile.text(seconds));
  }

  private static Map<Timed, List<Double>> race(List<String> arguments) {
    SpeedTask task = SpeedTask.valueOf(arguments.get(0));
    long seed = Long.parseLong(arguments.get(2));
    List<Racer> racers = task.racers(Path.of(arguments.get(1)), seed, System::nanoTime);
    return new Race(seed).run(racers, task.warmups(), Integer.parseInt(arguments.get(3)));
  }
}
