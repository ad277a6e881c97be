package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.WebSocketClient;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The same for a connection that tells when it can be written to. */
final class TeeWritableConnection extends TeeConnection
    implements WebSocketClient.WritableConnection {

  private final WebSocketClient.WritableConnection connection;

  TeeWritableConnection(WebSocketClient.Connection connection, SocketCalls calls) {
    super(connection, calls);
    this.connection = (WebSocketClient.WritableConnection) connection;
  }

  @Override
  public void awaitWritable(Duration timeout) throws TimeoutException, InterruptedException {
    connection.awaitWritable(timeout);
  }
}
