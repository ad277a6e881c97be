package io.costspan.smoke.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Calls that are under way when the JVM ends: one that waits, and a stream that has begun. */
final class Unfinished {
  /** Nothing is collected before the end. */
  private static final List<Object> KEPT = new ArrayList<>();

  private final LlmSdk sdk;
  private final ProviderGate gate;

  Unfinished(LlmSdk sdk, ProviderGate gate) {
    this.sdk = sdk;
    this.gate = gate;
  }

  void begin() {
    Chunks stream = sdk.stream(Scenario.STREAM_CLOSED_EARLY.ask());
    KEPT.add(stream);
    KEPT.add(stream.all().iterator().next());
    KEPT.add(sdk.callAsync(Scenario.CANCELLED_FUTURE.ask()));
    gate.awaitArrivalOf(Scenario.CANCELLED_FUTURE);
    System.out.println("unfinished|2");
  }

  /** As a server does, whoever starts it knows by the line that it can be ended. */
  static void awaitSignal() {
    System.out.println("listening|0");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
