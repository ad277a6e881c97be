package io.costspan.benchmarks.call;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;

/**
 * The same call many times in a row, and what one of them cost the calling thread. The whole JVM's
 * allocation would contain what the exporters encode on their threads, and how much that is per call
 * depends on how many spans they had to drop.
 */
public final class Batch {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Object used;

  private Batch() {}

  public static CallCost of(String name, int calls, Callable<?> call) throws Exception {
    repeat(calls / 4, call); // the JVM comes from a pause, and its caches are cold
    long thread = Thread.currentThread().getId();
    long bytes = THREADS.getThreadAllocatedBytes(thread);
    long cpuNanos = THREADS.getCurrentThreadCpuTime();
    long nanos = System.nanoTime();
    repeat(calls, call);
    nanos = System.nanoTime() - nanos;
    cpuNanos = THREADS.getCurrentThreadCpuTime() - cpuNanos;
    bytes = THREADS.getThreadAllocatedBytes(thread) - bytes;
    return new CallCost(
        name, (double) nanos / calls, (double) cpuNanos / calls, (double) bytes / calls);
  }

  /** No more than to make the calls. */
  public static void repeat(int calls, Callable<?> call) throws Exception {
    for (int i = 0; i < calls; i++) {
      use(call.call());
    }
  }

  /** Lets an answer escape, so that the compiler cannot leave it out. */
  static void use(Object answer) {
    used = answer;
  }
}
