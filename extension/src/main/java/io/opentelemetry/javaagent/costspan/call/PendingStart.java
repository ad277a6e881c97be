package io.opentelemetry.javaagent.costspan.call;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A start that runs beside the application's own. Who needs what comes of it waits. */
final class PendingStart {

  /** A start takes some 0.2 s. Not for ever: it may wait for a lock of the one who waits for it. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread;

  PendingStart(Runnable start) {
    this.thread = new Thread(() -> run(start), "costspan-start");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  void begin() {
    thread.start();
  }

  private void run(Runnable start) {
    try {
      start.run();
    } finally {
      release(); // also when it failed
    }
  }

  /** Nobody need wait any longer. */
  void release() {
    over.countDown();
  }

  /** It would wait for itself. */
  boolean runsHere() {
    return Thread.currentThread() == thread;
  }

  /** Leaves the caller interrupted when it is. */
  void await() {
    long until = System.nanoTime() + PATIENCE_NANOS;
    boolean interrupted = false;
    while (true) {
      try {
        boolean unused = over.await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
