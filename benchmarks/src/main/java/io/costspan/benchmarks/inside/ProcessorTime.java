package io.costspan.benchmarks.inside;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Processor time of a call, which a busy neighbour makes less of than of time on the wall. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {

  /** Nanoseconds a call, in the batch that just ended. */
  public double nanosPerCall;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long calls;
  private long startNanos;

  @Setup(Level.Iteration)
  public void start() {
    calls = 0;
    startNanos = threads.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Iteration)
  public void stop() {
    nanosPerCall = (double) (threads.getCurrentThreadCpuTime() - startNanos) / calls;
  }

  public void count() {
    calls++;
  }
}
