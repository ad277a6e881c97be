package io.costspan.smoke.runner;

/** What the agent begins before the application does, and has to end for a test to be repeatable. */
final class Warmup {
  private Warmup() {}

  /** Returns when no thread has the name that the property {@code wait.for.thread} has. */
  static void await() {
    String name = System.getProperty("wait.for.thread");
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        join(thread);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
