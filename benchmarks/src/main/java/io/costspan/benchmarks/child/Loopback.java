package io.costspan.benchmarks.child;

/** Settings of the JDK's HTTP server, which it reads once: to be called before there is one. */
public final class Loopback {
  private Loopback() {}

  /** By default it waits 40 ms with the second packet of an answer, and hangs up on who pauses. */
  public static void prepare() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    System.setProperty("sun.net.httpserver.idleInterval", "3600");
  }
}
