package io.opentelemetry.javaagent.costspan.tap.apache5;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a consumer is told, in the orders in which the clients' threads may come to tell it. */
class TeeConsumerTest {

  private final InstalledCalls calls = InstalledCalls.install();
  private TeeConsumer<String> consumer;
  private TeeCallback<String> callback;

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void aConnectionThatBreaksAfterTheFutureWasCancelledIsTheCancel() throws Exception {
    respondTo(new LeavingConsumer(null));

    callback.cancelled();
    consumer.failed(new ConnectionClosedException());

    assertThat(attribute("error.type")).isNull();
    assertThat(attribute("llm.outcome")).isEqualTo("cancelled");
    assertThat(attribute("llm.stream.end")).isEqualTo("cancelled");
  }

  @Test
  void soItIsBeforeAResponse() {
    begin(new LeavingConsumer(null));

    callback.cancelled();
    consumer.failed(new ConnectionClosedException());

    assertThat(attribute("llm.outcome")).isEqualTo("cancelled");
  }

  /** Its exchange may be forgotten by the client, and is then read and billed as it comes. */
  @Test
  void aFutureThatIsCancelledIsNoEndByItself() throws Exception {
    respondTo(new LeavingConsumer(null));

    callback.cancelled();
    assertThat(calls.spans()).isEmpty();
    consumer.streamEnd(null);

    assertThat(attribute("llm.stream.end")).isEqualTo("eof");
  }

  @Test
  void aResetByTheServerIsAFailure() throws Exception {
    respondTo(new LeavingConsumer(null));

    consumer.failed(new HttpStreamResetException("Stream reset (2)"));

    assertThat(attribute("error.type"))
        .isEqualTo("org.apache.hc.core5.http.HttpStreamResetException");
  }

  @Test
  void soIsAConsumersFailureOfItsOwn() throws Exception {
    Exception failure = new HttpStreamResetException("no JSON", new IllegalStateException());
    respondTo(new LeavingConsumer((HttpStreamResetException) failure));

    assertThatThrownBy(this::consume).isSameAs(failure);
    consumer.failed(failure);

    assertThat(attribute("llm.outcome")).isEqualTo("error");
  }

  /** As the client does: what is released cancels the future, and that the exchange. */
  @Test
  void whatFollowsFromTheReleaseIsNotTheReason() throws Exception {
    ComplexFuture<String> future = respondTo(new LeavingConsumer(null));
    future.setDependency(() -> {
      consumer.failed(new InterruptedIOException());
      return true;
    });

    consumer.releaseResources();
    assertThat(future.isCancelled()).isTrue();
    assertThat(calls.spans()).isEmpty();
    consumer.failed(new ConnectionClosedException());

    assertThat(attribute("error.type"))
        .isEqualTo("org.apache.hc.core5.http.ConnectionClosedException");
  }

  private void consume() throws Exception {
    consumer.consume(ByteBuffer.wrap("data: {}\n\n".getBytes(UTF_8)));
  }

  private void begin(LeavingConsumer theirs) {
    BasicHttpRequest request =
        new BasicHttpRequest("POST", new HttpHost("http", "127.0.0.1", 80), "/v1/chat/completions");
    LlmCall call = Objects.requireNonNull(Apache5Tap.begin(null, request, null));
    call.leaveThread();
    consumer = new TeeConsumer<>(theirs, call);
    callback = new TeeCallback<>(null, consumer, call);
  }

  private ComplexFuture<String> respondTo(LeavingConsumer theirs) throws Exception {
    begin(theirs);
    ComplexFuture<String> future = new ComplexFuture<>(callback);
    BasicHttpResponse response = new BasicHttpResponse(200);
    response.setHeader("Content-Type", "text/event-stream");
    consumer.consumeResponse(
        response,
        new BasicEntityDetails(-1, ContentType.TEXT_EVENT_STREAM),
        HttpCoreContext.create(),
        of(future));
    return future;
  }

  private static FutureCallback<String> of(ComplexFuture<String> future) {
    return new FutureCallback<>() {
      @Override
      public void completed(String result) {
        future.completed(result);
      }

      @Override
      public void failed(Exception failure) {
        future.failed(failure);
      }

      @Override
      public void cancelled() {
        future.cancel();
      }
    };
  }

  private @Nullable String attribute(String name) {
    return calls.onlySpan().getAttributes().get(stringKey(name));
  }
}
