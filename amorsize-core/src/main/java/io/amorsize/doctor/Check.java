package io.amorsize.doctor;

import io.amorsize.finding.FindingCode;
import java.util.List;

/** One question about a host, a JVM or what they do. */
interface Check {

  /** All of them, in the order in which they are shown. */
  List<Check> ALL =
      List.of(
          new ExecutorWorks(),
          new ProcessorCount(),
          new ProcessorOverride(),
          new CpuAffinity(),
          new CoresBehindProcessors(),
          new CpuQuota(),
          new Throttling(),
          new EffectiveParallelism(),
          new StealTime(),
          new OtherProcesses(),
          new LoadAverage(),
          new CpuGovernor(),
          new Turbo(),
          new PoolStart(),
          new WakeUp(),
          new ChunkDispatch(),
          new NanoTimeStep(),
          new NanoTimeCall(),
          new CpuTimeStep(),
          new AvailableMemory(),
          new Swapping(),
          new HeapInMemory(),
          new HeapSize(),
          new Interpreter(),
          new CompilerLevel(),
          new CompileFirst(),
          new Debugger(),
          new Profilers(),
          new Assertions(),
          new DiagnosticFlags());

  /** What it looks at, in a few words, the first of them in lower case. */
  String subject();

  /** The code of its finding. */
  FindingCode code();

  /** The answer for a host. */
  Answer answer(Evidence evidence);
}
