package io.opentelemetry.javaagent.costspan.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.AllocatedBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketTableTest {

  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final InstalledCalls calls = InstalledCalls.install();
  private final SocketTable table = new SocketTable();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void knowsASocketUntilItIsOver() {
    Object socket = new Object();
    SocketCalls its = Upgrade.responses();
    table.put(socket, its);

    assertThat(table.of(socket)).isSameAs(its);
    assertThat(table.of(new Object())).isNull();
    assertThat(table.remove(socket)).isSameAs(its);
    assertThat(table.remove(socket)).isNull();
    assertThat(table.of(socket)).isNull();
    assertThat(table.size()).isZero();
  }

  /** Some share a bucket. */
  @Test
  void tellsThousandsApartOnManyThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      done.add(threads.submit(() -> {
        List<Object> sockets = new ArrayList<>();
        List<SocketCalls> known = new ArrayList<>();
        for (int n = 0; n < 3_000; n++) {
          sockets.add(new Object());
          known.add(Upgrade.responses());
          table.put(sockets.get(n), known.get(n));
        }
        for (int n = 0; n < 3_000; n++) {
          assertThat(table.of(sockets.get(n))).isSameAs(known.get(n));
        }
        for (int n = 0; n < 3_000; n += 2) {
          assertThat(table.remove(sockets.get(n))).isSameAs(known.get(n));
        }
        for (int n = 0; n < 3_000; n++) {
          assertThat(table.of(sockets.get(n))).isSameAs(n % 2 == 0 ? null : known.get(n));
        }
        return sockets;
      }));
    }
    List<Object> held = new ArrayList<>();
    for (Future<?> each : done) {
      held.add(each.get(20, TimeUnit.SECONDS));
    }
    threads.shutdown();

    assertThat(table.size()).isEqualTo(6_000);
    assertThat(held).hasSize(4);
  }

  /** One that is lost from the table would be left open. */
  @Test
  void theCallsOfAnAbandonedSocketEnd() throws InterruptedException {
    SocketCalls its = Upgrade.responses();
    table.put(new Object(), its);
    its.sending(SocketMessages.create("gpt-4.1-mini", null));
    its = null;
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (table.size() > 0 && System.nanoTime() < deadline) {
      System.gc();
    }

    assertThat(table.size()).isZero();
    calls.collectUntilEnded();
    assertThat(calls.spans()).hasSize(1);
  }

  @Test
  void asksOfOtherSocketsAllocateNothing() {
    for (int i = 0; i < 2_000; i++) {
      table.put(new Object(), Upgrade.responses());
    }
    Object[] others = {new Object(), new Object(), new Object()};

    assertThat(AllocatedBytes.by(() -> ask(others))).isLessThan(30_000); // less than one byte each
  }

  private void ask(Object[] sockets) {
    for (int i = 0; i < 10_000; i++) {
      for (Object socket : sockets) {
        if (table.of(socket) != null) {
          throw new AssertionError("it is not here");
        }
      }
    }
  }
}
