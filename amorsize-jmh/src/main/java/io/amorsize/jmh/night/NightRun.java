package io.amorsize.jmh.night;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Runs the steps of a night that are not done yet, and says one line about each. */
public final class NightRun {

  private final Night night;
  private final List<NightStep> steps;
  private final Consumer<String> say;

  /**
   * A night.
   *
   * @param night the night
   * @param say is told a line for each step
   */
  public NightRun(Night night, Consumer<String> say) {
    this.night = night;
    this.say = say;
    this.steps =
        List.of(
            new ExamineStep(),
            new MeasureStep(night.measurement()),
            new RecordStep(),
            new CompareStep(),
            new ConfirmStep(),
            new TrendStep(),
            new ReportStep(),
            new PromoteStep());
  }

  /**
   * Runs what is left.
   *
   * @return how it ended
   * @throws io.amorsize.result.ResultFormatException if a step cannot be done; the night goes on
   *     there when it is run again
   * @throws io.amorsize.jmh.runner.BenchmarkFailedException if nothing could be measured
   */
  public NightEnd run() {
    NightState state = night.state();
    for (int i = 0; i < steps.size(); i++) {
      NightStep step = steps.get(i);
      if (state.isDone(step.word())) {
        say(i, step.word(), "done before", Duration.ZERO);
        continue;
      }
      long start = night.tools().nanoTime().getAsLong();
      String sentence = step.run(night);
      Duration elapsed = Duration.ofNanos(night.tools().nanoTime().getAsLong() - start);
      state = state.with(new StepRecord(step.word(), sentence, elapsed));
      night.folder().write(state);
      say(i, step.word(), sentence, elapsed);
    }
    return new NightEnd(night.folder(), night.settings());
  }

  private void say(int step, String word, String sentence, Duration elapsed) {
    double seconds = elapsed.toMillis() / 1000.0;
    say.accept(
        String.format(
            Locale.ROOT,
            seconds < 10 ? "[%d/%d] %s: %s ... %.1f s" : "[%d/%d] %s: %s ... %.0f s",
            step + 1,
            steps.size(),
            word,
            sentence,
            seconds));
  }
}
