package io.opentelemetry.javaagent.costspan.tap.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.AllocatedBytes;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import okhttp3.WebSocket;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketsTest {

  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void aSocketIsForgottenWhenTheServerClosesIt() {
    WebSocket socket = open("https://api.openai.com/v1/responses");
    assertThat(Sockets.of(socket)).isNotNull();

    SocketClosedAdvice.enter(socket);

    assertThat(Sockets.of(socket)).isNull();
  }

  @Test
  void aSocketIsForgottenWhenItFails() {
    WebSocket socket = open("https://api.openai.com/v1/realtime?model=gpt-realtime");

    SocketFailedAdvice.enter(socket, new IOException("reset"));
    SocketFailedAdvice.enter(socket, new IOException("reset"));

    assertThat(Sockets.of(socket)).isNull();
  }

  /** The server has still to answer, and its last messages may be under way. */
  @Test
  void aSocketThatTheApplicationClosesIsListenedTo() {
    WebSocket socket = open("https://api.openai.com/v1/responses");

    SocketClosingAdvice.enter(socket);

    assertThat(Sockets.of(socket)).isNotNull();
  }

  /** The request's tags are the application's, and may hold the socket. */
  @Test
  void anAbandonedSocketIsCollected() {
    AtomicReference<WebSocket> holder = new AtomicReference<>();
    Request request = new Request.Builder()
        .url("https://api.openai.com/v1/realtime?model=gpt-realtime")
        .tag(holder)
        .build();
    WebSocket socket = new FakeSocket(request);
    holder.set(socket);
    Sockets.open(socket);
    SocketReadAdvice.enter(
        socket, "{\"type\":\"response.created\",\"response\":{\"id\":\"resp_1\"}}");
    WeakReference<SocketCalls> its = new WeakReference<>(Sockets.of(socket));
    WeakReference<WebSocket> watched = new WeakReference<>(socket);
    assertThat(its.get()).isNotNull();
    socket = null;
    request = null;
    holder = null;

    WebSocket other =
        new FakeSocket(new Request.Builder().url("https://example.com/").build());
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while ((watched.get() != null || its.get() != null) && System.nanoTime() < deadline) {
      System.gc();
      Sockets.over(other);
    }

    assertThat(watched.refersTo(null)).isTrue();
    assertThat(its.refersTo(null)).isTrue();
  }

  @Test
  void messagesOfOtherSocketsAllocateNothing() {
    WebSocket known = open("https://api.openai.com/v1/responses");
    WebSocket chat = open("https://chat.example.com/rooms/1");

    assertThat(AllocatedBytes.by(() -> passManyTimes(chat)))
        .isLessThan(10_000); // less than one byte each
    assertThat(Sockets.of(known)).isNotNull();
  }

  private static void passManyTimes(WebSocket socket) {
    for (int i = 0; i < 10_000; i++) {
      Object sending = SocketSendAdvice.enter(socket, "{\"type\":\"response.create\"}");
      SocketSendAdvice.exit(socket, sending, true);
      SocketReadAdvice.enter(socket, "{\"type\":\"response.created\"}");
    }
  }

  private static WebSocket open(String url) {
    WebSocket socket = new FakeSocket(new Request.Builder().url(url).build());
    SocketOpenAdvice.enter(socket);
    return socket;
  }

  /** One that goes nowhere. */
  private record FakeSocket(Request request) implements WebSocket {

    @Override
    public long queueSize() {
      return 0;
    }

    @Override
    public boolean send(String text) {
      return true;
    }

    @Override
    public boolean send(ByteString bytes) {
      return true;
    }

    @Override
    public boolean close(int code, String reason) {
      return true;
    }

    @Override
    public void cancel() {}
  }
}
