package io.opentelemetry.javaagent.costspan.call;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a connection need of the request by which it was opened, which is the
 * application's and may hold anything. Of its headers nothing: no format of messages reads them.
 */
final class SocketUpgrade implements WireRequest {

  private final String method;
  private final String path;
  private final @Nullable String baseUrl;
  private final @Nullable String provider;
  private final boolean ofLlmSdk;

  SocketUpgrade(WireRequest request, @Nullable String baseUrl) {
    this.method = request.method();
    this.path = request.path();
    this.baseUrl = baseUrl;
    this.provider = request.provider();
    this.ofLlmSdk = request.isOfLlmSdk();
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
  public void writeJsonTo(OutputStream out) {
    // It has no body.
  }
}
