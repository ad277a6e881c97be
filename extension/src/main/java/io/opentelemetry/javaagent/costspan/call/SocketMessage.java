package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.SocketText;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A call that is asked for by a message over a connection. */
final class SocketMessage implements WireRequest {

  private final WireRequest connection;
  private final @Nullable String json;

  /**
   * @param json null when the server began on its own
   */
  SocketMessage(WireRequest connection, @Nullable String json) {
    this.connection = connection;
    this.json = json;
  }

  @Override
  public String method() {
    return connection.method();
  }

  @Override
  public String path() {
    return connection.path();
  }

  @Override
  public @Nullable String baseUrl() {
    return connection.baseUrl();
  }

  @Override
  public @Nullable String provider() {
    return connection.provider();
  }

  @Override
  public @Nullable String header(String name) {
    return connection.header(name);
  }

  @Override
  public boolean isOfLlmSdk() {
    return connection.isOfLlmSdk();
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    if (json == null) {
      return;
    }
    IOException[] failure = {null};
    SocketText.write(json, (bytes, from, to) -> {
      try {
        out.write(bytes, from, to - from);
      } catch (IOException e) {
        failure[0] = e;
      }
    });
    if (failure[0] != null) {
      throw failure[0];
    }
  }
}
