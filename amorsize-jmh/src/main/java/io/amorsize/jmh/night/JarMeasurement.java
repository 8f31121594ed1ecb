package io.amorsize.jmh.night;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionListener;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.interleaved.SoloRun;
import io.amorsize.jmh.interleaved.UnitRunner;
import io.amorsize.jmh.json.RowNodes;
import io.amorsize.jmh.json.RunFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The benchmarks of any JMH jar, fork by fork: each fork stands in a file of its own, so that a
 * night that was killed measures none of them twice.
 */
public final class JarMeasurement implements NightMeasurement {

  private static final String SESSION = "session";

  private final Again again;
  private final int forks;
  private final ForkTools tools;
  private final SessionListener listener;

  /**
   * A jar.
   *
   * @param again what runs
   * @param forks forks of each benchmark, at least 1
   * @param tools runs forks
   * @param listener hears of the progress
   */
  public JarMeasurement(Again again, int forks, ForkTools tools, SessionListener listener) {
    this.again = again;
    this.forks = forks;
    this.tools = tools;
    this.listener = listener;
  }

  @Override
  public String word() {
    return "measure";
  }

  @Override
  public Outcome measure(Path run) {
    Path folder = run.resolve(SESSION);
    SessionFolder session = new SessionFolder(folder);
    SoloRun.Outcome outcome =
        tools.using(
            folder,
            jarForks -> {
              SessionSpec spec = spec(session, jarForks);
              UnitRunner runner =
                  new UnitRunner(
                      jarForks,
                      new SessionSides(again.side(), again.side(), again.arguments()),
                      session,
                      tools.memory(),
                      tools.forkTimeout());
              SoloRun solo = new SoloRun(spec, runner, forks);
              return tools.stoppable(runner::stop, () -> solo.run(listener));
            });
    write(run, outcome);
    return new Outcome(sentence(outcome), outcome.failures());
  }

  private SessionSpec spec(SessionFolder session, JarForks jarForks) {
    if (session.isSession()) {
      return session.spec();
    }
    SessionSpec listed =
        SessionSides.listOne(jarForks, again.side(), again.arguments(), List.of("nightly"));
    session.begin(listed);
    return listed;
  }

  private void write(Path run, SoloRun.Outcome outcome) {
    RunFiles.writeEnvironment(run, again.side().environment());
    RowNodes.write(run.resolve(RunFiles.FULL_ROWS), outcome.fullRows());
    RowNodes.write(run.resolve(RunFiles.ROWS), outcome.rows());
  }

  private static String sentence(SoloRun.Outcome outcome) {
    int rows = outcome.rows().size();
    return rows
        + (rows == 1 ? " row, " : " rows, ")
        + outcome.forks()
        + (outcome.forks() == 1 ? " fork" : " forks")
        + (outcome.failures().isEmpty() ? "" : ", " + outcome.failures().size() + " failed");
  }

  @Override
  public Optional<Again> again() {
    return Optional.of(again);
  }
}
