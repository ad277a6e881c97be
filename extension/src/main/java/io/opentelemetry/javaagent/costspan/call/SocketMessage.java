package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.SocketText;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A call over a connection. Holds nothing of the request by which that was opened, which is the
 * application's, and of its headers nothing: no format of messages reads them.
 */
final class SocketMessage implements WireRequest {

  private final String method;
  private final String path;
  private final @Nullable String baseUrl;
  private final @Nullable String provider;
  private final boolean ofLlmSdk;
  private final @Nullable String json;

  /** One that the server begins on its own. */
  SocketMessage(WireRequest connection, @Nullable String baseUrl) {
    this(connection, baseUrl, null);
  }

  private SocketMessage(WireRequest connection, @Nullable String baseUrl, @Nullable String json) {
    this.method = connection.method();
    this.path = connection.path();
    this.baseUrl = baseUrl;
    this.provider = connection.provider();
    this.ofLlmSdk = connection.isOfLlmSdk();
    this.json = json;
  }

  /** One that is asked for over the same connection. */
  SocketMessage asking(String message) {
    return new SocketMessage(this, baseUrl, message);
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public @Nullable String baseUrl() {
    return baseUrl;
  }

  @Override
  public @Nullable String provider() {
    return provider;
  }

  @Override
  public boolean isOfLlmSdk() {
    return ofLlmSdk;
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
