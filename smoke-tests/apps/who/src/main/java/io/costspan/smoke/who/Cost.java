package io.costspan.smoke.who;

import org.slf4j.MDC;

/** What it costs a method to be named, and an entry of the logging context. Run by hand. */
public final class Cost {
  private static final int CALLS = 5_000_000;
  private static final int ROUNDS = 5;

  private static long sum;

  private Cost() {}

  public static void main(String... args) {
    for (int round = 0; round < ROUNDS; round++) {
      time("method that is not named", () -> plain("acme"));
      time("method that is named", () -> named("acme"));
      time("method with a tenant", () -> withTenant("acme"));
      time("entry that is not named", () -> MDC.put("other", "acme"));
      time("entry that is named", () -> MDC.put("tenant", "acme"));
    }
    System.out.println(sum);
  }

  private static void plain(String tenant) {
    sum += tenant.length();
  }

  private static void named(String tenant) {
    sum += tenant.length();
  }

  private static void withTenant(String tenant) {
    sum += tenant.length();
  }

  private static void time(String what, Runnable task) {
    long begun = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      task.run();
    }
    System.out.println(what + ": " + (System.nanoTime() - begun) / CALLS + " ns");
  }
}
