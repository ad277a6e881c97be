package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import io.opentelemetry.javaagent.costspan.call.SocketTable;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/** The WebSockets that carry calls, one table per application class loader. */
final class Sockets {

  private static final SocketTable OPEN = new SocketTable();

  private Sockets() {}

  static void open(WebSocket socket) {
    SocketCalls calls = LlmCalls.connect(new OkHttpRequest(socket.request()));
    if (calls != null) {
      calls.leaveThread(); // OkHttp hands over to a thread of its own
      OPEN.put(socket, calls);
    }
  }

  /** Null for a socket that carries no calls. */
  static @Nullable SocketCalls of(WebSocket socket) {
    return OPEN.of(socket);
  }

  /** The same, of one that is over. */
  static @Nullable SocketCalls over(WebSocket socket) {
    return OPEN.remove(socket);
  }
}
