package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.WebSocketClient;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The same for a connection that tells when it can be written to. */
final class TeeWritableConnection implements WebSocketClient.WritableConnection {

  private final WebSocketClient.WritableConnection connection;
  private final TeeConnection tee;

  TeeWritableConnection(WebSocketClient.Connection connection, SocketCalls calls) {
    this.connection = (WebSocketClient.WritableConnection) connection;
    this.tee = new TeeConnection(connection, calls);
  }

  @Override
  public void send(String text) {
    tee.send(text);
  }

  @Override
  public void close() {
    tee.close();
  }

  @Override
  public void awaitWritable(Duration timeout) throws TimeoutException, InterruptedException {
    connection.awaitWritable(timeout);
  }
}
