package io.costspan.benchmarks.price;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What the calling thread spent in one batch. The whole JVM's allocation, which JMH's own
 * profiler reports, contains what the exporters encode on their threads; how much that is per call
 * depends on how many spans they had to drop.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CallerCost {
  /** Calls made; counted by the benchmark. */
  public long calls;

  /** Bytes that the calling thread allocated. */
  public long allocatedBytes;

  /** Nanoseconds that the calling thread was on a processor: waiting for one is not in it. */
  public long cpuNanos;

  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long allocatedBefore;
  private long cpuBefore;

  @Setup(Level.Iteration)
  public void begin() {
    allocatedBefore = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    cpuBefore = threads.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Iteration)
  public void end() {
    cpuNanos = threads.getCurrentThreadCpuTime() - cpuBefore;
    allocatedBytes =
        threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocatedBefore;
  }
}
