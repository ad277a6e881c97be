package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.WebSocketClient;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import java.lang.reflect.Constructor;

/** Shows the calls what the application sends. */
final class TeeConnection implements WebSocketClient.Connection {

  static final String WRITABLE =
      "io.opentelemetry.javaagent.costspan.tap.openai.TeeWritableConnection";

  /** Of the SDK, since 4.71. */
  private static final String WRITABLE_INTERFACE =
      "com.openai.core.http.WebSocketClient$WritableConnection";

  private final WebSocketClient.Connection connection;
  private final SocketCalls calls;

  TeeConnection(WebSocketClient.Connection connection, SocketCalls calls) {
    this.connection = connection;
    this.calls = calls;
  }

  /** A connection that can do what the given one can. */
  static WebSocketClient.Connection of(WebSocketClient.Connection connection, SocketCalls calls)
      throws ReflectiveOperationException {
    return isWritable(connection)
        ? Writable.MAKE.newInstance(connection, calls)
        : new TeeConnection(connection, calls);
  }

  @Override
  public void send(String text) {
    Object sending = calls.sending(text);
    try {
      connection.send(text);
    } catch (Throwable t) {
      calls.notSent(sending, t);
      throw t;
    }
  }

  @Override
  public void close() {
    calls.closing();
    try {
      connection.close();
    } finally {
      calls.closed();
    }
  }

  private static boolean isWritable(WebSocketClient.Connection connection) {
    try {
      return Class.forName(
              WRITABLE_INTERFACE, false, WebSocketClient.Connection.class.getClassLoader())
          .isInstance(connection);
    } catch (ClassNotFoundException older) {
      return false;
    }
  }

  /** Looked up by name: older versions of the SDK have no such connections. */
  private static final class Writable {
    static final Constructor<? extends WebSocketClient.Connection> MAKE = constructor();

    private static Constructor<? extends WebSocketClient.Connection> constructor() {
      try {
        return Class.forName(WRITABLE)
            .asSubclass(WebSocketClient.Connection.class)
            .getDeclaredConstructor(WebSocketClient.Connection.class, SocketCalls.class);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
