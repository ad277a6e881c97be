package io.costspan.testbed.provider;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets an application take turns with the provider without sleeping, over plain HTTP and by call
 * number: {@code GET /gates/114/arrived} answers when the call has arrived, {@code GET
 * /gates/114/open} lets its answer go and answers when it is written; {@code /release} does not wait for that.
 */
final class Gates {
  private static final long PATIENCE_SECONDS = 60;

  private final Map<Long, Gate> gates = new ConcurrentHashMap<>();

  Gate of(long callNumber) {
    return gates.computeIfAbsent(callNumber, number -> new Gate());
  }

  /** Of calls that are over. */
  void forget() {
    gates.clear();
  }

  /** Does what the path asks; false when it did not happen in time. */
  boolean turn(String path) {
    String[] parts = path.split("/");
    Gate gate = of(Long.parseLong(parts[2]));
    return switch (parts[3]) {
      case "arrived" -> await(gate.arrived);
      case "open" -> {
        gate.open.countDown();
        yield await(gate.answered);
      }
      case "release" -> {
        gate.open.countDown();
        yield true;
      }
      default -> throw new IllegalArgumentException("no such turn: " + path);
    };
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static final class Gate {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    void arrive() {
      arrived.countDown();
    }

    void awaitOpen() {
      await(open);
    }

    void answered() {
      answered.countDown();
    }
  }
}
