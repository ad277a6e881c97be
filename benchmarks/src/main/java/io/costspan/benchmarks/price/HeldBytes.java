package io.costspan.benchmarks.price;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What stays on the heap, which JMH's own profilers do not tell. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class HeldBytes {

  /** Bytes per book; set by the benchmark. */
  public long bytes;
}
