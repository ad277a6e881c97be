package io.costspan.benchmarks.child;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * What the application's threads have spent: the calling one, and those of the common pool, on which
 * SDKs complete their futures. The whole JVM's allocation would contain what the exporters encode on
 * their threads, and how much that is per call depends on how many spans they had to drop.
 *
 * @param nanos time on the wall
 * @param cpuNanos time on a processor
 * @param bytes allocated
 */
public record ThreadCost(long nanos, long cpuNanos, long bytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Since the JVM began, by the threads that are alive. */
  public static ThreadCost untilNow() {
    long cpuNanos = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith("ForkJoinPool.commonPool")) {
        cpuNanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
        bytes += Math.max(0, THREADS.getThreadAllocatedBytes(thread.getThreadId()));
      }
    }
    return new ThreadCost(System.nanoTime(), cpuNanos, bytes);
  }

  public ThreadCost minus(ThreadCost before) {
    return new ThreadCost(nanos - before.nanos, cpuNanos - before.cpuNanos, bytes - before.bytes);
  }
}
