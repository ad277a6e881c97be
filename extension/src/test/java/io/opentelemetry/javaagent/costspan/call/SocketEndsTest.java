package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.ASK;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.USAGE;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.created;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An end that is told more than once, by one connection or by two of one session. */
class SocketEndsTest {

  private static final String ERROR = "{\"type\":\"error\",\"error\":{\"code\":\"busy\"}}";

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void isBilledOnceAlsoWhenAnotherCallEndedInBetween() {
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    answer(socket, "resp_a");
    answer(socket, "resp_b");
    socket.received(done("resp_a"));
    socket.received(done("resp_b"));

    assertThat(ids()).containsExactly("resp_a", "resp_b");
  }

  @Test
  void isBilledOnceAlsoWhenACallWithoutAnIdEndedInBetween() {
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    answer(socket, "resp_a");
    socket.sending(ASK);
    socket.received(ERROR);
    socket.notSent(socket.sending(ASK), new IllegalStateException("busy"));
    socket.received(done("resp_a"));

    assertThat(ids()).containsExactly("resp_a", null, null);
  }

  @Test
  void isNotTakenForTheEndOfACallThatIsNotAnsweredYet() {
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    answer(socket, "resp_a");
    socket.sending(ASK);
    socket.received(done("resp_a"));
    answer(socket, "resp_b");

    assertThat(ids()).containsExactly("resp_a", "resp_b");
  }

  @Test
  void withoutAnIdIsThatOfTheOldestCall() {
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    socket.sending(ASK);
    socket.sending(ASK);
    socket.received("{\"type\":\"response.done\",\"response\":{" + USAGE + "}}");
    socket.received("{\"type\":\"response.done\",\"response\":{" + USAGE + "}}");
    socket.received("{\"type\":\"response.done\",\"response\":{" + USAGE + "}}");

    assertThat(ids()).containsExactly(null, null);
    assertThat(calls.spans()).allSatisfy(span -> assertThat(usd(span)).isEqualTo(0.0056));
  }

  @Test
  void manyAreRememberedAndNotAll() {
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    for (int i = 0; i <= EndedCalls.MAX; i++) {
      answer(socket, "resp_" + i);
    }
    for (int i = 1; i <= EndedCalls.MAX; i++) {
      socket.received(done("resp_" + i));
    }

    assertThat(calls.spans()).hasSize(EndedCalls.MAX + 1);
  }

  @Test
  void ofTwoConnectionsToOneSessionIsBilledByTheFirstThatHearsIt() {
    SocketCalls first = sideband("rtc_1");
    SocketCalls second = sideband("rtc_1");
    first.received(created("resp_1", null));
    second.received(created("resp_1", null));
    first.received(done("resp_1"));
    second.received(done("resp_1"));

    assertThat(calls.spans())
        .extracting(SocketEndsTest::usd)
        .containsExactly(0.0056, null); // (1,000 × 4.00 + 100 × 16.00) / 1e6
    assertThat(calls.sumOf("llm.cost")).isEqualTo(0.0056);
    assertThat(calls.spans())
        .extracting(span -> span.getAttributes().get(stringKey("llm.outcome")))
        .containsExactly("success", "success");
    assertThat(calls.sumOf("llm.tokens")).isEqualTo(1_100);
  }

  @Test
  void isBilledOnceByAConnectionThatComesLate() {
    SocketCalls first = sideband("rtc_1");
    answer(first, "resp_1");
    first.closed();
    SocketCalls second = sideband("rtc_1");
    answer(second, "resp_1");
    answer(second, "resp_2");

    assertThat(ids()).containsExactly("resp_1", "resp_2");
  }

  @Test
  void isBilledByEachOfTwoSessionsWhoseIdsAreTheSame() {
    answer(sideband("rtc_1"), "resp_1");
    answer(sideband("rtc_2"), "resp_1");
    answer(Upgrade.realtime("gpt-realtime"), "resp_1");
    answer(Upgrade.realtime("gpt-realtime"), "resp_1");

    assertThat(calls.spans())
        .hasSize(4)
        .allSatisfy(span -> assertThat(usd(span)).isEqualTo(0.0056));
  }

  @Test
  void ofATranscriptionIsToldByTwoConnectionsToo() {
    SocketCalls first = sideband("rtc_1");
    SocketCalls second = sideband("rtc_1");
    for (SocketCalls socket : new SocketCalls[] {first, second}) {
      socket.received("{\"type\":\"session.created\",\"session\":{\"audio\":{\"input\":"
          + "{\"transcription\":{\"model\":\"whisper-1\"}}}}}");
      socket.received("{\"type\":\"input_audio_buffer.committed\",\"item_id\":\"item_1\"}");
    }
    for (SocketCalls socket : new SocketCalls[] {first, second}) {
      socket.received("{\"type\":\"conversation.item.input_audio_transcription.completed\","
          + "\"item_id\":\"item_1\",\"usage\":{\"type\":\"duration\",\"seconds\":12.5}}");
    }

    assertThat(calls.sumOf("llm.cost")).isEqualTo(0.00125); // 12.5 s × 0.006 / 60
    assertThat(calls.spans())
        .extracting(span -> span.getAttributes().get(stringKey("llm.outcome")))
        .containsExactly("success", "success");
  }

  private static void answer(SocketCalls socket, String id) {
    socket.received(created(id, null));
    socket.received(done(id));
  }

  private static SocketCalls sideband(String session) {
    return new Upgrade("realtime", Map.of("call_id", session, "model", "gpt-realtime")).open();
  }

  private Iterable<@Nullable String> ids() {
    return calls.spans().stream()
        .map(span -> span.getAttributes().get(stringKey("gen_ai.response.id")))
        .toList();
  }

  private static @Nullable Double usd(SpanData span) {
    return span.getAttributes().get(doubleKey("gen_ai.usage.cost.amount"));
  }
}
