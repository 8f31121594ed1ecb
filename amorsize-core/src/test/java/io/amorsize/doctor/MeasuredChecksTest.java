package io.amorsize.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.host.MemoryFacts;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The executor, the pool, the clocks and the memory. */
class MeasuredChecksTest {

  private final Patient host = new Patient();

  @Test
  void aFaultOfTheExecutorIsAnError() {
    host.pool =
        new PoolReading(
            Optional.of("999 of 1000 results right"),
            OptionalDouble.of(1),
            OptionalDouble.of(1),
            1);
    Answer answer = host.asked(new ExecutorWorks());
    assertThat(answer.outcome()).isEqualTo(Outcome.ERROR);
    assertThat(answer.value().text()).isEqualTo("999 of 1000 results right");
  }

  @ParameterizedTest
  @CsvSource({"50e6, PASS", "50.1e6, WARNING"})
  void theStartOfThePool(double nanos, Outcome outcome) {
    host.pool = Patient.pool(nanos, 1, 1);
    assertThat(host.asked(new PoolStart()).outcome()).isEqualTo(outcome);
    assertThat(host.asked(new PoolStart()).bar().text()).isEqualTo("at most 50.0 ms");
  }

  @Test
  void aThreadThatNeverCameIsAnErrorWhereThereAreProcessors() {
    host.pool =
        new PoolReading(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 1);
    assertThat(host.asked(new PoolStart()).outcome()).isEqualTo(Outcome.ERROR);
    assertThat(host.asked(new WakeUp()).outcome()).isEqualTo(Outcome.UNKNOWN);
    host.processors = 1;
    assertThat(host.asked(new PoolStart()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"500e3, PASS", "501e3, WARNING"})
  void wakingAThread(double nanos, Outcome outcome) {
    host.pool = Patient.pool(1, nanos, 1);
    assertThat(host.asked(new WakeUp()).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"2000, PASS", "2001, WARNING"})
  void dispatchOfAChunk(double nanos, Outcome outcome) {
    host.pool = Patient.pool(1, 1, nanos);
    assertThat(host.asked(new ChunkDispatch()).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 200, 100e3, PASS, PASS, PASS",
    "1001, 200, 100e3, WARNING, PASS, PASS",
    "1000, 201, 100e3, PASS, WARNING, PASS",
    "1000, 200, 101e3, PASS, PASS, WARNING",
    "15.6e6, 900, 15.6e6, WARNING, WARNING, WARNING"
  })
  void clocks(double step, double call, double cpu, Outcome first, Outcome second, Outcome third) {
    host.clocks = new ClockReading(step, call, OptionalDouble.of(cpu));
    assertThat(host.asked(new NanoTimeStep()).outcome()).isEqualTo(first);
    assertThat(host.asked(new NanoTimeCall()).outcome()).isEqualTo(second);
    assertThat(host.asked(new CpuTimeStep()).outcome()).isEqualTo(third);
  }

  @ParameterizedTest
  @CsvSource({"1000000000, PASS", "999999999, WARNING"})
  void memoryForAFork(long bytes, Outcome outcome) {
    host.memory = Patient.memory(16 * Patient.GIB, bytes, 0);
    assertThat(host.asked(new AvailableMemory()).outcome()).isEqualTo(outcome);
  }

  @Test
  void pagesThatMoveFailPagesThatLieAreANote() {
    host.memory = Patient.memory(16 * Patient.GIB, Patient.GIB, 2_000_000_000L);
    host.swapped = OptionalLong.of(3);
    assertThat(host.asked(new Swapping()).outcome()).isEqualTo(Outcome.WARNING);
    host.swapped = OptionalLong.of(0);
    assertThat(host.asked(new Swapping()).outcome()).isEqualTo(Outcome.NOTE);
    assertThat(host.asked(new Swapping()).remedy()).startsWith("2.00 GB lie in the swap space");
    host.memory = Patient.memory(16 * Patient.GIB, Patient.GIB, 255_000_000L);
    assertThat(host.asked(new Swapping()).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void anEmptySwapSpaceNeedsNoCounter() {
    host.swapped = OptionalLong.empty();
    assertThat(host.asked(new Swapping()).outcome()).isEqualTo(Outcome.PASS);
    host.memory = Patient.memory(16 * Patient.GIB, Patient.GIB, 1);
    assertThat(host.asked(new Swapping()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({"8000000000, PASS", "8000000001, WARNING"})
  void theHeapLeavesAFifthOfTheMemory(long heap, Outcome outcome) {
    host.maxHeapBytes = heap;
    host.memory =
        new MemoryFacts(
            OptionalLong.of(10_000_000_000L), OptionalLong.empty(), OptionalLong.empty());
    assertThat(host.asked(new HeapInMemory()).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"256000000, PASS", "255000000, WARNING"})
  void aSmallHeap(long heap, Outcome outcome) {
    host.maxHeapBytes = heap;
    assertThat(host.asked(new HeapSize()).outcome()).isEqualTo(outcome);
  }

  @Test
  void readingsSayWhatIsOutOfRange() {
    assertThatThrownBy(() -> new ClockReading(-1, 1, OptionalDouble.empty()))
        .hasMessageContaining("must not be negative");
    assertThatThrownBy(() -> Patient.pool(1, Double.NaN, 1))
        .hasMessageContaining("must not be negative");
    assertThatThrownBy(() -> Amount.nanos(Double.POSITIVE_INFINITY))
        .hasMessage("number must be finite, is Infinity");
    assertThatThrownBy(
            () -> new Answer(Outcome.PASS, Amount.words("a"), Amount.words("b"), "do something"))
        .hasMessageContaining("a remedy belongs to a note, a warning or an error");
    assertThatThrownBy(() -> new Answer(Outcome.ERROR, Amount.words("a"), Amount.words("b"), ""))
        .hasMessageContaining("the outcome is error");
  }
}
