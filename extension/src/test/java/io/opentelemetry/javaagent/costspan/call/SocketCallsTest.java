package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.USAGE;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.completed;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.create;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.created;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.done;
import static io.opentelemetry.javaagent.costspan.call.Upgrade.realtime;
import static io.opentelemetry.javaagent.costspan.call.Upgrade.responses;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What of the messages of a connection becomes a call. */
class SocketCallsTest {

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void aResponseIsOneCall() {
    SocketCalls socket = responses();

    socket.sending(create("gpt-4.1-mini", null));
    socket.received(created("resp_1", null));
    socket.received("{\"type\":\"response.output_text.delta\",\"delta\":\"Hi\"}");
    socket.received(completed("resp_1", null));
    socket.closed();

    SpanData span = calls.onlySpan();
    assertThat(span.getName()).isEqualTo("chat gpt-4.1-mini");
    assertThat(span.getAttributes().get(stringKey("gen_ai.response.id"))).isEqualTo("resp_1");
    assertThat(span.getAttributes().get(stringKey("llm.stream.end"))).isEqualTo("complete");
    assertThat(span.getAttributes().get(longKey("gen_ai.request.max_tokens"))).isEqualTo(7);
    assertThat(span.getAttributes().get(stringKey("server.address"))).isEqualTo("api.openai.com");
    assertThat(usd(span)).isEqualTo(0.00056); // (1,000 × 0.40 + 100 × 1.60) / 1e6
  }

  @Test
  void responsesThatFollowEachOtherAreCallsOfTheirOwn() {
    SocketCalls socket = responses();

    socket.sending(create("gpt-4.1-mini", null));
    socket.received(created("resp_1", null));
    socket.received(completed("resp_1", null));
    socket.sending(create("gpt-4.1", null));
    socket.received(created("resp_2", null));
    socket.received(completed("resp_2", null));

    assertThat(calls.spans())
        .extracting(SpanData::getName, SocketCallsTest::usd)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("chat gpt-4.1-mini", 0.00056),
            org.assertj.core.groups.Tuple.tuple("chat gpt-4.1", 0.0028)); // five times that
  }

  @Test
  void tellsResponsesInDifferentLanesApart() {
    SocketCalls socket = responses();

    socket.sending(create("gpt-4.1-mini", "a"));
    socket.sending(create("gpt-4.1", "b"));
    socket.received(created("resp_b", "b"));
    socket.received(created("resp_a", "a"));
    socket.received(completed("resp_a", "a"));
    socket.received(
        "{\"type\":\"error\",\"stream_id\":\"b\",\"error\":{\"code\":\"server_error\"}}");

    assertThat(calls.spans()).hasSize(2);
    SpanData a = calls.spans().get(0);
    SpanData b = calls.spans().get(1);
    assertThat(a.getName()).isEqualTo("chat gpt-4.1-mini");
    assertThat(a.getAttributes().get(stringKey("gen_ai.response.id"))).isEqualTo("resp_a");
    assertThat(b.getName()).isEqualTo("chat gpt-4.1");
    assertThat(b.getAttributes().get(stringKey("error.type"))).isEqualTo("server_error");
    assertThat(usd(b)).isNull();
  }

  @Test
  void aFailedResponseIsAnError() {
    SocketCalls socket = responses();

    socket.sending(create("gpt-4.1-mini", null));
    socket.received("{\"type\":\"response.failed\",\"response\":{\"id\":\"resp_1\","
        + "\"status\":\"failed\",\"error\":{\"code\":\"server_error\"}," + USAGE + "}}");

    SpanData span = calls.onlySpan();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusData.error().getStatusCode());
    assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("server_error");
    assertThat(usd(span)).isEqualTo(0.00056);
  }

  @Test
  void theApplicationsCloseCancelsWhatIsUnderWay() {
    SocketCalls socket = responses();
    socket.sending(create("gpt-4.1-mini", null));
    socket.received(created("resp_1", null));

    socket.closing();
    socket.failed(new IOException("Socket closed"));
    socket.closed();

    SpanData span = calls.onlySpan();
    assertThat(span.getAttributes().get(stringKey("llm.outcome"))).isEqualTo("cancelled");
    assertThat(usd(span)).isNull();
    assertThat(span.getAttributes().get(longKey("gen_ai.usage.input_tokens"))).isNull();
  }

  @Test
  void soItDoesWhatTheServerBeginsMeanwhile() {
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    socket.closing();
    socket.received(created("resp_1", null));

    socket.failed(new IOException("Socket closed"));

    assertThat(calls.onlySpan().getAttributes().get(stringKey("error.type"))).isNull();
    assertThat(calls.onlySpan().getAttributes().get(stringKey("llm.outcome")))
        .isEqualTo("cancelled");
  }

  @Test
  void whatIsSentAfterTheCloseIsNotSent() {
    SocketCalls socket = responses();
    socket.closing();

    socket.notSent(
        socket.sending(create("gpt-4.1-mini", null)), new IllegalStateException("not sent"));

    assertThat(calls.onlySpan().getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void theServersAnswerToACloseIsNoError() {
    SocketCalls socket = responses();
    socket.sending(create("gpt-4.1-mini", null));

    socket.closing();
    socket.closedByServer();
    socket.closed();

    assertThat(calls.onlySpan().getAttributes().get(stringKey("llm.outcome")))
        .isEqualTo("cancelled");
  }

  @Test
  void theServersCloseIsAnErrorOfWhatIsUnderWay() {
    SocketCalls socket = responses();
    socket.sending(create("gpt-4.1-mini", null));

    socket.closedByServer();
    socket.received(completed("resp_1", null));

    SpanData span = calls.onlySpan();
    assertThat(span.getAttributes().get(stringKey("error.type"))).isEqualTo("incomplete_response");
    assertThat(usd(span)).isNull();
  }

  @Test
  void whatWasNotSentIsNotBilled() {
    SocketCalls socket = responses();

    socket.notSent(
        socket.sending(create("gpt-4.1-mini", null)), new IllegalStateException("buffer is full"));
    socket.closed();

    assertThat(calls.onlySpan().getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(calls.sumOf("llm.unpriced.calls")).isZero();
  }

  @Test
  void pricesRealtimeByTheKindOfTokens() {
    SocketCalls socket = realtime("gpt-realtime");
    socket.sending("{\"type\":\"response.create\",\"response\":{\"max_output_tokens\":7}}");
    socket.received(created("resp_1", null));
    socket.received(
        "{\"type\":\"response.output_audio.delta\",\"response_id\":\"resp_1\",\"delta\":\"QUFB\"}");
    socket.received(
        "{\"type\":\"response.done\",\"response\":{\"id\":\"resp_1\",\"status\":\"completed\","
            + "\"usage\":{\"total_tokens\":1300,\"input_tokens\":1000,\"output_tokens\":300,"
            + "\"input_token_details\":{\"text_tokens\":300,\"audio_tokens\":600,"
            + "\"image_tokens\":100,\"cached_tokens\":450,\"cached_tokens_details\":"
            + "{\"text_tokens\":100,\"audio_tokens\":300,\"image_tokens\":50}},"
            + "\"output_token_details\":{\"text_tokens\":100,\"audio_tokens\":200}}}}");

    SpanData span = calls.onlySpan();
    assertThat(span.getName()).isEqualTo("chat gpt-realtime");
    assertThat(span.getAttributes().get(longKey("gen_ai.request.max_tokens"))).isEqualTo(7);
    // In: text 200 × 4.00 + cached 100 × 0.40, audio 300 × 32.00 + cached 300 × 0.40, image
    // 50 × 5.00 + cached 50 × 0.50. Out: text 100 × 16.00, audio 200 × 64.00. All / 1e6.
    assertThat(usd(span)).isEqualTo(0.025235);
  }

  @Test
  void theModelIsTheSessions() {
    SocketCalls socket = realtime("gpt-realtime");
    socket.received("{\"type\":\"session.created\",\"session\":{\"model\":\"gpt-realtime-mini\"}}");
    socket.received(created("resp_1", null));
    socket.received(done("resp_1"));

    // (1,000 × 0.60 + 100 × 2.40) / 1e6
    assertThat(usd(calls.onlySpan())).isEqualTo(0.00084);
  }

  @Test
  void whatTheServerBeginsIsPaidByWhoOpenedTheConnection() {
    SocketCalls socket;
    try (Scope opened = tenant("opener")) {
      socket = realtime("gpt-realtime");
    }
    socket.received(created("resp_1", null));
    try (Scope asked = tenant("asker")) {
      socket.sending("{\"type\":\"response.create\"}");
    }
    socket.received(done("resp_1"));
    socket.received(created("resp_2", null));
    socket.received(done("resp_2"));

    assertThat(calls.spans())
        .extracting(span -> span.getAttributes().get(stringKey("tenant.id")))
        .containsExactly("opener", "asker");
  }

  @Test
  void anErrorEndsOnlyWhatItIsAbout() {
    SocketCalls socket = realtime("gpt-realtime");
    socket.sending("{\"type\":\"response.create\",\"event_id\":\"ev_1\"}");
    socket.received("{\"type\":\"error\",\"error\":{\"code\":\"other\",\"event_id\":\"ev_0\"}}");
    assertThat(calls.spans()).isEmpty();

    socket.received(created("resp_1", null));
    socket.sending("{\"type\":\"response.create\",\"event_id\":\"ev_2\"}");
    socket.received("{\"type\":\"error\",\"error\":{\"code\":\"busy\",\"event_id\":\"ev_2\"}}");
    socket.received(done("resp_1"));

    assertThat(calls.spans())
        .extracting(span -> span.getAttributes().get(stringKey("error.type")))
        .containsExactly("busy", null);
  }

  @Test
  void anErrorWithoutACauseEndsNoResponseThatHasBegun() {
    SocketCalls socket = realtime("gpt-realtime");
    socket.received(created("resp_1", null));

    socket.received("{\"type\":\"error\",\"error\":{\"code\":\"invalid_value\"}}");

    assertThat(calls.spans()).isEmpty();
  }

  @Test
  void whatTheUserSaidIsWrittenDownByACallOfItsOwn() {
    SocketCalls socket = realtime("gpt-realtime");
    socket.sending("{\"type\":\"session.update\",\"session\":{\"audio\":{\"input\":"
        + "{\"transcription\":{\"model\":\"whisper-1\"}}}}}");
    socket.received("{\"type\":\"input_audio_buffer.committed\",\"item_id\":\"item_1\"}");
    socket.received(created("resp_1", null));
    socket.received("{\"type\":\"conversation.item.input_audio_transcription.completed\","
        + "\"item_id\":\"item_1\",\"transcript\":\"x\","
        + "\"usage\":{\"type\":\"duration\",\"seconds\":12.5}}");

    SpanData span = calls.onlySpan();
    assertThat(span.getName()).isEqualTo("transcription whisper-1");
    assertThat(usd(span)).isEqualTo(0.00125); // 12.5 s × 0.006 / 60
    socket.received(done("resp_1"));
    assertThat(calls.spans()).hasSize(2);
  }

  @Test
  void anEndThatIsToldTwiceIsBilledOnce() {
    SocketCalls socket = realtime("gpt-realtime");
    socket.received(created("resp_1", null));
    socket.received(done("resp_1"));
    socket.received(done("resp_1"));

    assertThat(calls.spans()).hasSize(1);
  }

  @Test
  void audioThatNobodyWritesDownIsNoCall() {
    SocketCalls socket = realtime("gpt-realtime");
    socket.received("{\"type\":\"input_audio_buffer.committed\",\"item_id\":\"item_1\"}");
    socket.closed();

    assertThat(calls.spans()).isEmpty();
  }

  @Test
  void aResponseThatWasCutShortTellsWhy() {
    SocketCalls socket = realtime("gpt-realtime");
    socket.received(created("resp_1", null));
    socket.received("{\"type\":\"response.done\",\"response\":{\"id\":\"resp_1\",\"status\":"
        + "\"incomplete\",\"status_details\":{\"reason\":\"max_output_tokens\"}," + USAGE + "}}");

    assertThat(
            calls.onlySpan().getAttributes().get(stringArrayKey("gen_ai.response.finish_reasons")))
        .isEqualTo(List.of("max_output_tokens"));
  }

  @Test
  void theFactsOfAnAbandonedConnectionAreKept() throws InterruptedException {
    responses().sending(create("gpt-4.1-mini", null));

    calls.collectUntilEnded();

    assertThat(calls.onlySpan().getAttributes().get(stringKey("llm.stream.end")))
        .isEqualTo("reaped");
  }

  @Test
  void otherConnectionsCarryNoCalls() {
    assertThat(LlmCalls.connect(connection("realtime/translations"))).isNull();
    assertThat(LlmCalls.connect(connection("notresponses"))).isNull();
    assertThat(LlmCalls.connect(connection("realtime/"))).isNull();
    assertThat(connection("openai/v1/realtime").open()).isNotNull();
  }

  @Test
  void aConnectionBelowAnotherIsTheSame() {
    SocketCalls outer = LlmCalls.connect(connection("responses"));

    assertThat(LlmCalls.connect(connection("responses"))).isNull();
    outer.leaveThread();
    assertThat(responses()).isNotNull();
  }

  @Test
  void whatTheServerForgotMakesRoom() {
    SocketCalls socket = responses();
    for (int i = 0; i < 257; i++) {
      socket.sending(create("gpt-4.1-mini", "lane-" + i));
    }

    assertThat(calls.onlySpan().getAttributes().get(stringKey("llm.outcome")))
        .isEqualTo("cancelled");
    socket.received(created("resp_1", "lane-256"));
    socket.received(completed("resp_1", "lane-256"));
    assertThat(usd(calls.spans().get(1))).isEqualTo(0.00056);
    socket.closed();
    assertThat(calls.spans()).hasSize(257);
  }

  @Test
  void nonsenseIsNoCall() {
    SocketCalls socket = responses();
    socket.sending("\"response.create\"");
    socket.sending("{\"response.create\"");
    socket.received("");
    socket.received("{\"type\":\"response.completed\"}");
    socket.received("{\"type\":\"response.output_text.delta\",\"response_id\":\"resp_9\"}");
    socket.closed();

    assertThat(calls.spans()).isEmpty();
    assertThat(calls.failuresAt("call")).isZero();
  }

  private static Scope tenant(String name) {
    return Baggage.builder().put("tenant.id", name).build().makeCurrent();
  }

  private static Upgrade connection(String path) {
    return new Upgrade(path, Map.of());
  }

  private static @Nullable Double usd(SpanData span) {
    return span.getAttributes().get(doubleKey("gen_ai.usage.cost.amount"));
  }
}
