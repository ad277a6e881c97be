package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/** The WebSockets that carry calls, one list per application class loader. */
final class Sockets {

  private static final Map<WebSocket, SocketCalls> CALLS =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Whether there was ever one: where there is none, nobody waits for the list. */
  private static volatile boolean any;

  private Sockets() {}

  static void open(WebSocket socket) {
    SocketCalls calls = LlmCalls.connect(new OkHttpRequest(socket.request()));
    if (calls != null) {
      calls.leaveThread(); // OkHttp hands over to a thread of its own
      CALLS.put(socket, calls);
      any = true;
    }
  }

  /** Null for a socket that carries no calls. */
  static @Nullable SocketCalls of(WebSocket socket) {
    return any ? CALLS.get(socket) : null;
  }
}
