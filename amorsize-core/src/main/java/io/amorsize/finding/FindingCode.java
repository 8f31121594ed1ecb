package io.amorsize.finding;

import java.util.Locale;

/** What a finding is about; each code has a page under {@code docs/findings/}. */
public enum FindingCode {
  /** The two sides were measured on machines or JVMs that are known to differ. */
  ENVIRONMENT_DIFFERS,
  /** At least one side does not say where it was measured. */
  ENVIRONMENT_UNKNOWN,
  /** Two sessions were judged with the noise between sessions that was learned before. */
  SESSION_NOISE,
  /** Most rows moved together. */
  ENVIRONMENT_SHIFTED,
  /** The sides ran on different JDKs. */
  JDK_DIFFERS,
  /** The sides ran with different JVM arguments. */
  JVM_ARGS_DIFFER,
  /** A benchmark was called by another number of threads on each side. */
  THREADS_DIFFER,
  /** A benchmark was measured in another mode on each side. */
  MODES_DIFFER,
  /** A benchmark has a parameter on one side alone. */
  PARAMS_DIFFER,
  /** The sides were measured with other iterations. */
  SETTINGS_DIFFER,
  /** The optimizer chose another plan than in the baseline. */
  PLAN_CHANGED,
  /** At least one side has point values only, so no test is possible. */
  POINT_VALUES,
  /** At least one side has no measurement of the workload. */
  NOT_MEASURED,
  /** The host had fewer cores to give than the plan used. */
  HOST_WITHOUT_CORES,
  /** The host ran fixed work at another speed than when the baseline was made. */
  HOST_SPEED_CHANGED,
  /** A change larger than the threshold that the forks do not show beyond doubt. */
  NOT_SIGNIFICANT,
  /** Too few forks for a test. */
  FEW_FORKS,
  /** A session stopped measuring a row that showed no sign of a change. */
  GIVEN_UP,
  /** Measured inside JMH's own JVM. */
  IN_PROCESS,
  /** Forks vary so much that only large changes can be seen. */
  NOISY_FORKS,
  /** Forks fall into two groups. */
  BIMODAL_FORKS,
  /** One fork lies far from the others. */
  OUTLIER_FORK,
  /** The first measured iterations are warm-up. */
  STILL_WARMING,
  /** Scores still move within the measured iterations. */
  DRIFT_IN_ITERATIONS,
  /** The minimum of the forks and their slow iterations point in opposite directions. */
  MIXED_SIGNS,
  /** The sides have different units, which were converted. */
  UNITS_CONVERTED,
  /** The sides have units that do not convert into each other. */
  UNITS_INCOMPATIBLE,
  /** Nobody said which way this metric is better. */
  DIRECTION_UNKNOWN,
  /** Scores are zero or negative, so ratios mean nothing. */
  ZERO_OR_NEGATIVE,
  /** The file keeps no usable raw data of the row. */
  NO_RAW_DATA,
  /** One file holds a row more than once. */
  DUPLICATE_ROWS,
  /** So much faster that the benchmark may have stopped doing its work. */
  IMPLAUSIBLE_IMPROVEMENT,
  /** Slower, by less than a reviewed file accepts. */
  ACCEPTED_CHANGE,
  /** An accepted change has passed its date. */
  ACCEPTANCE_EXPIRED,
  /** A row vanished and one like it appeared. */
  MAYBE_RENAMED,
  /** An expected benchmark is not there. */
  MANIFEST_GAP,
  /** Something about the way a file is written. */
  READING_NOTE,
  /** Doctor: the executor gives wrong results. */
  EXECUTOR_BROKEN,
  /** Doctor: the JVM has one processor only. */
  ONE_PROCESSOR,
  /** Doctor: the JVM was told how many processors it has. */
  PROCESSOR_COUNT_SET,
  /** Doctor: the process may run on a part of the CPUs only. */
  CPU_AFFINITY,
  /** Doctor: some processors are threads of one core. */
  SMT,
  /** Doctor: the process gets less CPU time than the JVM has processors. */
  CPU_QUOTA,
  /** Doctor: the process was stopped for having used up its CPU quota. */
  CPU_THROTTLED,
  /** Doctor: fixed work on all cores got fewer than there are. */
  MISSING_CORES,
  /** Doctor: the hypervisor gave CPU time to other machines. */
  CPU_STEAL,
  /** Doctor: other processes keep CPUs busy. */
  BUSY_HOST,
  /** Doctor: there were more processes than processors. */
  HIGH_LOAD,
  /** Doctor: the clock of the CPU follows the load, or stays low. */
  CPU_GOVERNOR,
  /** Doctor: the clock of the CPU depends on how many cores work. */
  CPU_TURBO,
  /** Doctor: the first helping thread comes late, or none does. */
  SLOW_POOL_START,
  /** Doctor: a helping thread that waits comes late. */
  SLOW_WAKE_UP,
  /** Doctor: one more chunk costs much. */
  SLOW_DISPATCH,
  /** Doctor: the clock moves in large steps. */
  COARSE_TIMER,
  /** Doctor: looking at the clock takes long. */
  SLOW_TIMER,
  /** Doctor: the CPU time of a thread moves in large steps. */
  COARSE_CPU_TIME,
  /** Doctor: little memory is left. */
  LOW_MEMORY,
  /** Doctor: pages lie in the swap space or move to and from it. */
  SWAPPING,
  /** Doctor: the largest heap does not fit into the memory. */
  HEAP_ABOVE_MEMORY,
  /** Doctor: the heap is so small that collections are frequent. */
  SMALL_HEAP,
  /** Doctor: the JVM compiles nothing. */
  INTERPRETER_ONLY,
  /** Doctor: the best compiler may not work. */
  COMPILER_LIMITED,
  /** Doctor: code is compiled before it has run. */
  COMPILE_FIRST,
  /** Doctor: a debugger can attach. */
  DEBUGGER_ATTACHED,
  /** Doctor: an agent or a recording looks on. */
  PROFILER_ATTACHED,
  /** Doctor: assertions are checked. */
  ASSERTIONS_ENABLED,
  /** Doctor: the JVM watches itself. */
  DIAGNOSTIC_FLAGS,
  /** There is no baseline to compare with. */
  NO_BASELINE;

  /** The code in files and page names, for example {@code plan-changed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
