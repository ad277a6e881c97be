package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpRequest;
import com.openai.core.http.WebSocketClient;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import io.opentelemetry.javaagent.costspan.call.TeeFuture;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tap of openai-java's WebSockets, one per application class loader. */
final class OpenAiSocketTap {

  private static final String SITE = "tap.openai";

  private OpenAiSocketTap() {}

  /** For {@code AssignReturned}: the connection's calls, and the listener that is to hear it. */
  static Object @Nullable [] open(HttpRequest request, WebSocketClient.Listener listener) {
    SocketCalls calls = null;
    try {
      calls = LlmCalls.connect(new OpenAiUpgrade(request));
      return calls == null ? null : new Object[] {calls, new TeeListener(listener, calls)};
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
      if (calls != null) {
        calls.leaveThread();
      }
      return null;
    }
  }

  /** Null when there is no future. */
  static @Nullable CompletableFuture<WebSocketClient.Connection> tee(
      @Nullable CompletableFuture<WebSocketClient.Connection> future, SocketCalls calls) {
    calls.leaveThread();
    if (future == null) {
      return null;
    }
    try {
      return TeeFuture.of(future, connection -> tee(connection, calls));
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
      return null;
    }
  }

  private static WebSocketClient.Connection tee(
      WebSocketClient.Connection connection, SocketCalls calls) {
    try {
      return TeeConnection.of(connection, calls);
    } catch (Throwable t) {
      LlmCalls.failed(SITE, t);
      return connection;
    }
  }
}
