package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.completed;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.create;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.created;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.BaggageEntry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several threads that use one connection. */
class SocketSendersTest {

  private final InstalledCalls calls = InstalledCalls.install();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
    calls.close();
  }

  /** Who begins late sends late, so that what the server answers first is not his. */
  @Test
  void aCallThatBeginsSlowlyHoldsUpNobody() throws Exception {
    SocketCalls socket = Upgrade.responses();
    SlowBaggage slow = new SlowBaggage();
    Future<?> late = threads.submit(() -> {
      try (Scope scope = Context.root().with(slow).makeCurrent()) {
        socket.sending(create("gpt-4.1", null));
      }
    });
    slow.asked.await();

    threads
        .submit(() -> {
          socket.sending(create("gpt-4.1-mini", null));
          socket.received(created("resp_1", null));
          socket.received(completed("resp_1", null));
        })
        .get(20, TimeUnit.SECONDS);
    slow.answer.countDown();
    late.get(20, TimeUnit.SECONDS);
    socket.received(created("resp_2", null));
    socket.received(completed("resp_2", null));

    assertThat(calls.spans())
        .extracting(SpanData::getName, SocketSendersTest::id, SocketSendersTest::usd)
        .containsExactly(
            tuple("chat gpt-4.1-mini", "resp_1", 0.00056), // (1,000 × 0.40 + 100 × 1.60) / 1e6
            tuple("chat gpt-4.1", "resp_2", 0.0028)); // (1,000 × 2.00 + 100 × 8.00) / 1e6
  }

  @Test
  void everyLaneOfManyThreadsIsItsOwn() throws Exception {
    SocketCalls socket = Upgrade.responses();
    List<Future<?>> lanes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String lane = "lane-" + i;
      lanes.add(threads.submit(() -> {
        for (int turn = 0; turn < 200; turn++) {
          String id = lane + "-" + turn;
          socket.sending(create("gpt-4.1-mini", lane));
          socket.received(created(id, lane));
          socket.received(completed(id, lane));
        }
      }));
    }
    for (Future<?> lane : lanes) {
      lane.get(20, TimeUnit.SECONDS);
    }
    socket.closed();

    assertThat(calls.spans())
        .hasSize(1_600)
        .allSatisfy(span -> assertThat(usd(span)).isEqualTo(0.00056));
    assertThat(calls.failuresAt("call")).isZero();
  }

  private static @Nullable String id(SpanData span) {
    return span.getAttributes().get(stringKey("gen_ai.response.id"));
  }

  private static @Nullable Double usd(SpanData span) {
    return span.getAttributes().get(doubleKey("gen_ai.usage.cost.amount"));
  }

  /** Baggage whose entries take as long to look up as the test wants. */
  private static final class SlowBaggage implements Baggage {

    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch answer = new CountDownLatch(1);

    @Override
    public @Nullable String getEntryValue(String key) {
      asked.countDown();
      try {
        answer.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return null;
    }

    @Override
    public int size() {
      return 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super BaggageEntry> consumer) {}

    @Override
    public Map<String, BaggageEntry> asMap() {
      return Map.of();
    }

    @Override
    public BaggageBuilder toBuilder() {
      return Baggage.builder();
    }
  }
}
