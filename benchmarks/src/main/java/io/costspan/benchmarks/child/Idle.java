package io.costspan.benchmarks.child;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/**
 * Waits until this JVM has nothing left to do: what was recorded is exported, what was called often
 * is compiled.
 */
public final class Idle {
  private static final int WINDOW_MILLIS = 50;
  private static final int MAX_WINDOWS = 12;

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Idle() {}

  public static void await() throws Exception {
    flush();
    for (int i = 0; i < MAX_WINDOWS && worked(); i++) {}
  }

  /** Whether any thread was on a processor in a window; the JVM counts in ticks of 10 ms. */
  private static boolean worked() throws InterruptedException {
    long before = SYSTEM.getProcessCpuTime();
    Thread.sleep(WINDOW_MILLIS);
    return SYSTEM.getProcessCpuTime() > before;
  }

  /** Where the OpenTelemetry agent is; another one sends by itself within a second or so. */
  private static void flush() throws ReflectiveOperationException {
    Class<?> agent;
    try {
      agent =
          Class.forName("io.opentelemetry.javaagent.bootstrap.OpenTelemetrySdkAccess", true, null);
    } catch (ClassNotFoundException noAgent) {
      return;
    }
    Method forceFlush = agent.getMethod("forceFlush", long.class, TimeUnit.class);
    forceFlush.invoke(null, 10L, TimeUnit.SECONDS);
  }
}
