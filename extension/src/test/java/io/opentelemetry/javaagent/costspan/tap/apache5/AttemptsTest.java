package io.opentelemetry.javaagent.costspan.tap.apache5;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** What the clients send again by themselves is one call, wherever the retry runs. */
class AttemptsTest {

  private static final HttpHost HOST = new HttpHost("https", "api.openai.com", 443);
  private static final String URL = "https://api.openai.com/v1/chat/completions";

  @Test
  void countsWhatABlockingClientRepeats() {
    try (InstalledCalls calls = InstalledCalls.install()) {
      HttpPost request = new HttpPost(URL);
      Object sent = ExecuteAdvice.enter(request, null);
      send(request);
      send(request);
      send(new HttpPost("https://login.example.com/token")); // an interceptor's
      ExecuteAdvice.exit(sent, new IOException("refused"));

      assertThat(resendCount(calls)).isEqualTo(1);
    }
  }

  /** On a timer's thread, which knows nothing of the call. */
  @Test
  void countsWhatAnAsynchronousClientRepeats() throws InterruptedException {
    try (InstalledCalls calls = InstalledCalls.install()) {
      SimpleHttpRequest request = new SimpleHttpRequest("POST", URL);
      Object[] begun = AsyncExecuteAdvice.enter(
          SimpleRequestProducer.create(request), SimpleResponseConsumer.create(), null);
      AsyncExecuteAdvice.exit(begun, null);
      onATimer(request);
      onATimer(request);
      onATimer(new SimpleHttpRequest("POST", URL)); // another call's
      ((TeeConsumer<?>) begun[1]).failed(new IOException("refused"));
      onATimer(request);

      assertThat(resendCount(calls)).isEqualTo(1);
    }
  }

  /** A pool may have the thread that asks for a connection send what another waited with for one. */
  @Test
  void countsForACallWhatTheThreadOfAnotherSends() {
    try (InstalledCalls calls = InstalledCalls.install()) {
      SimpleHttpRequest waiting = new SimpleHttpRequest("POST", URL);
      SimpleHttpRequest asking = new SimpleHttpRequest("POST", URL);
      Object[] one = begun(waiting);
      Object[] other = AsyncExecuteAdvice.enter(
          SimpleRequestProducer.create(asking), SimpleResponseConsumer.create(), null);
      String askingSpan = currentSpan();
      Attempt attempt = Apache5Tap.attempt(HOST, waiting);
      String sendingSpan = currentSpan();
      attempt.end();
      send(asking);
      AsyncExecuteAdvice.exit(other, null);
      ((TeeConsumer<?>) one[1]).failed(new IOException("refused"));
      ((TeeConsumer<?>) other[1]).failed(new IOException("refused"));

      assertThat(calls.spans())
          .extracting(SpanData::getSpanId)
          .containsExactly(sendingSpan, askingSpan);
      assertThat(calls.spans())
          .extracting(span -> span.getAttributes().get(longKey("http.request.resend_count")))
          .containsExactly(null, null);
    }
  }

  /** Which of them sends again is not to be known, and neither is told so. */
  @Test
  void aRequestThatIsExecutedTwiceAtOnceIsTwoCalls() throws InterruptedException {
    try (InstalledCalls calls = InstalledCalls.install()) {
      SimpleHttpRequest request = new SimpleHttpRequest("POST", URL);
      Object[] one = begun(request);
      Object[] other = begun(request);
      onATimer(request);
      onATimer(request);
      ((TeeConsumer<?>) one[1]).failed(new IOException("refused"));
      ((TeeConsumer<?>) other[1]).failed(new IOException("refused"));

      assertThat(calls.spans())
          .hasSize(2)
          .allSatisfy(
              span -> assertThat(span.getAttributes().get(longKey("http.request.resend_count")))
                  .isNull());
    }
  }

  private static String currentSpan() {
    return Span.current().getSpanContext().getSpanId();
  }

  private static Object[] begun(SimpleHttpRequest request) {
    Object[] begun = AsyncExecuteAdvice.enter(
        SimpleRequestProducer.create(request), SimpleResponseConsumer.create(), null);
    AsyncExecuteAdvice.exit(begun, null);
    return begun;
  }

  private static Long resendCount(InstalledCalls calls) {
    return calls.onlySpan().getAttributes().get(longKey("http.request.resend_count"));
  }

  private static void send(HttpRequest request) {
    Attempt attempt = Apache5Tap.attempt(HOST, request);
    if (attempt != null) {
      attempt.end();
    }
  }

  private static void onATimer(HttpRequest request) throws InterruptedException {
    Thread timer = new Thread(() -> {
      try (Scope nothing = Context.root().makeCurrent()) {
        send(request);
        assertThat(nothing).isNotNull();
      }
    });
    timer.start();
    timer.join();
  }
}
