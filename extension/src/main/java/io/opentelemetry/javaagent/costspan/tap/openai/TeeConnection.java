package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.WebSocketClient;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import java.lang.reflect.Constructor;

/** Shows the calls what the application sends. */
class TeeConnection implements WebSocketClient.Connection {

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
  public final void send(String text) {
    Object sending = calls.sending(text);
    try {
      connection.send(text);
    } catch (Throwable t) {
      calls.notSent(sending, t);
      throw t;
    }
  }

  @Override
  public final void close() {
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
    static final Constructor<? extends TeeConnection> MAKE = constructor();

    private static Constructor<? extends TeeConnection> constructor() {
      try {
        return Class.forName(WRITABLE)
            .asSubclass(TeeConnection.class)
            .getDeclaredConstructor(WebSocketClient.Connection.class, SocketCalls.class);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
