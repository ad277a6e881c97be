package io.opentelemetry.javaagent.costspan;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the current thread allocates. */
public final class AllocatedBytes {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocatedBytes() {}

  /** Something that is done more than once. */
  @FunctionalInterface
  public interface Pass<E extends Exception> {
    void run() throws E;
  }

  /** By a pass that is made for the second time, when all that it needs is loaded. */
  public static <E extends Exception> long by(Pass<E> pass) throws E {
    pass.run();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    pass.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
