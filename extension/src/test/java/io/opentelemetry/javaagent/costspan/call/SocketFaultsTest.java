package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.ASK;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.USAGE;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.completed;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.create;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.created;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on a connection: with its messages, with itself, and with us. */
class SocketFaultsTest {

  private static final String LONG = "\\u00fc\u00fc\\\"x".repeat(120_000);

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void aCallOfHugeMessagesIsBilledLikeAnyOther() {
    SocketCalls socket = Upgrade.responses();
    socket.sending("{\"input\":\"" + LONG + "\",\"type\":\"response.create\","
        + "\"model\":\"gpt-4.1-mini\"}");
    socket.received("{\"response\":{\"output\":[{\"text\":\"" + LONG + "\"}],\"id\":\"resp_1\","
        + "\"usage\":null},\"type\":\"response.created\"}");
    socket.received("{\"delta\":\"" + LONG + "\",\"type\":\"response.output_text.delta\"}");
    socket.received("{\"response\":{\"output\":[{\"text\":\"" + LONG + "\"}],\"id\":\"resp_1\","
        + "\"status\":\"completed\"," + USAGE + "},\"type\":\"response.completed\"}");

    assertThat(calls.onlySpan().getName()).isEqualTo("chat gpt-4.1-mini");
    assertThat(usd(calls.onlySpan())).isEqualTo(0.00056); // (1,000 × 0.40 + 100 × 1.60) / 1e6
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "}",
        "{\"type\":\"response.crea",
        "{\"type\":\"response.created\",\"response\":{\"id\":\"resp_0",
        "{\"type\" \"response.created\"}",
        "{\"type\":\"response.created\"}}}",
        "[{\"type\":\"response.created\"}]",
        "\"\\ud800\ud800",
        "\u0000\u0001",
        "nul",
      })
  void aMessageThatCannotBeReadSpoilsNoOther(String broken) {
    SocketCalls socket = Upgrade.responses();
    socket.sending(broken + "\"response.create\"");
    socket.received(broken);
    socket.sending(create("gpt-4.1-mini", null));
    socket.received(broken);
    socket.received(created("resp_1", null));
    socket.received(broken);
    socket.received(completed("resp_1", null));
    socket.received(broken);

    assertThat(usd(calls.onlySpan())).isEqualTo(0.00056);
    assertThat(calls.failuresAt("call")).isZero();
  }

  @Test
  void aMessageThatIsTooDeepSpoilsNoOther() {
    SocketCalls socket = Upgrade.responses();
    socket.received("{\"x\":" + "[".repeat(100_000));
    socket.received("{\"x\":" + "{\"a\":".repeat(100_000));
    socket.sending(create("gpt-4.1-mini", null));
    socket.received(created("resp_1", null));
    socket.received(completed("resp_1", null));

    assertThat(usd(calls.onlySpan())).isEqualTo(0.00056);
  }

  @Test
  void aConnectionIsUsedAgainAfterAMessageThatWasNotSent() {
    SocketCalls socket = Upgrade.responses();
    socket.notSent(socket.sending(create("gpt-4.1", null)), new IOException("busy"));
    socket.sending(create("gpt-4.1-mini", null));
    socket.received(created("resp_1", null));
    socket.received(completed("resp_1", null));

    assertThat(calls.spans())
        .extracting(SocketFaultsTest::outcome, SocketFaultsTest::usd)
        .containsExactly(tuple("error", null), tuple("success", 0.00056));
  }

  /** OkHttp takes messages before it is connected. */
  @Test
  void whatWasSentBeforeAConnectionThatNeverCameIsAnError() {
    SocketCalls socket = Upgrade.responses();
    socket.sending(create("gpt-4.1-mini", null));
    socket.failed(new ConnectException("refused"));
    socket.failed(new IOException("closed"));
    socket.sending(create("gpt-4.1-mini", null));

    SpanData span = calls.onlySpan();
    assertThat(span.getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.net.ConnectException");
    assertThat(usd(span)).isNull();
  }

  @Test
  void everyCallThatIsUnderWayIsCutOffWithTheConnection() {
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    socket.sending("{\"type\":\"session.update\",\"session\":{\"audio\":{\"input\":"
        + "{\"transcription\":{\"model\":\"whisper-1\"}}}}}");
    socket.received("{\"type\":\"input_audio_buffer.committed\",\"item_id\":\"item_1\"}");
    socket.received(created("resp_1", null));
    socket.sending(ASK);
    socket.failed(new IOException("reset"));
    socket.received(done("resp_1"));

    assertThat(calls.spans())
        .hasSize(3)
        .allSatisfy(span -> assertThat(span.getAttributes().get(stringKey("error.type")))
            .isEqualTo("java.io.IOException"))
        .allSatisfy(span -> assertThat(usd(span)).isNull());
    assertThat(calls.sumOf("llm.cost")).isZero();
  }

  /** A listener that throws is told of by the client as a failure of the connection. */
  @Test
  void aFailureOfTheListenerCutsOffWhatIsUnderWay() {
    SocketCalls socket = Upgrade.responses();
    socket.sending(create("gpt-4.1-mini", null));
    socket.received(created("resp_1", null));
    socket.failed(new IllegalStateException("listener"));

    assertThat(calls.onlySpan().getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void aFailureOfOursIsCountedAndTheNextCallIsMeasured() {
    SocketCalls broken;
    try (Scope opening = new BrokenContext().makeCurrent()) {
      broken = Upgrade.realtime("gpt-realtime");
    }
    assertThatCode(() -> broken.received(created("resp_1", null))).doesNotThrowAnyException();
    try (Scope sending = new BrokenContext().makeCurrent()) {
      assertThatCode(() -> broken.sending(ASK)).doesNotThrowAnyException();
    }
    broken.sending(ASK);
    broken.received(created("resp_2", null));
    broken.received(done("resp_2"));

    assertThat(calls.onlySpan().getAttributes().get(stringKey("gen_ai.response.id")))
        .isEqualTo("resp_2");
    assertThat(calls.failuresAt("call")).isEqualTo(2);
  }

  @Test
  void everyCallOfThousandsOfConnectionsEnds() {
    List<SocketCalls> sockets = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      SocketCalls socket = Upgrade.responses();
      socket.sending(create("gpt-4.1-mini", null));
      socket.received(created("resp_" + i, null));
      sockets.add(socket);
    }
    for (int i = 0; i < 1_000; i += 2) {
      sockets.get(i).received(completed("resp_" + i, null));
    }
    sockets.forEach(SocketCalls::closedByServer);

    assertThat(calls.spans()).hasSize(1_000);
    // 500 × (1,000 × 0.40 + 100 × 1.60) / 1e6
    assertThat(calls.sumOf("llm.cost")).isEqualTo(0.28);
  }

  private static @Nullable String outcome(SpanData span) {
    return span.getAttributes().get(stringKey("llm.outcome"));
  }

  private static @Nullable Double usd(SpanData span) {
    return span.getAttributes().get(doubleKey("gen_ai.usage.cost.amount"));
  }
}
