package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways get the type of an answer wrong, and the SDKs read what they asked for. */
class WrongTypeTest {

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8", "text/html"})
  void aStreamIsReadAsOneUnderAnyType(String type) {
    isBilled(FakeRequest.chatStream(), type, Answers.STREAM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/event-stream", "TEXT/event-stream; charset=utf-8", "text/html"})
  void aDocumentIsReadAsOneUnderAnyType(String type) {
    isBilled(FakeRequest.chat(), type, " \r\n\t" + Answers.JSON);
  }

  @Test
  void whatWasNotAskedForIsReadToo() {
    isBilled(FakeRequest.chatStream(), "application/json", Answers.JSON);
    isBilled(FakeRequest.chat(), "text/event-stream", Answers.STREAM);
  }

  /** gpt-4.1-mini: 1,000 × 0.40 + 100 × 1.60 USD per million = 0.00056 USD. */
  private void isBilled(FakeRequest request, String type, String body) {
    for (int cut : new int[] {1, 3, body.length()}) {
      Attributes span = call(request, type, body.getBytes(UTF_8), cut);

      assertThat(span.get(stringKey("llm.usage.status"))).isEqualTo("measured");
      assertThat(span.get(doubleKey("gen_ai.usage.cost.amount"))).isEqualTo(0.00056);
    }
  }

  private Attributes call(FakeRequest request, String type, byte[] body, int cut) {
    LlmCall call = LlmCalls.begin(request);
    call.leaveThread();
    call.headers(200, Heads.of(type));
    for (int at = 0; at < body.length; at += cut) {
      call.bytes(body, at, Math.min(cut, body.length - at));
    }
    call.endOfBody();
    return calls.spans().get(calls.spans().size() - 1).getAttributes();
  }
}
