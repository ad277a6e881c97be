package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import io.opentelemetry.javaagent.costspan.call.WireRequest;
import io.opentelemetry.javaagent.costspan.tap.seam.ContentType;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** A request of the JDK's HTTP client. */
final class JdkHttpRequest implements WireRequest {

  private final HttpRequest request;

  JdkHttpRequest(HttpRequest request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    return request.uri().getRawPath();
  }

  @Override
  public String baseUrl() {
    URI uri = request.uri();
    String server = uri.getScheme() + "://" + uri.getHost();
    return uri.getPort() < 0 ? server : server + ':' + uri.getPort();
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    String type = header("Content-Type");
    if (type == null || ContentType.isJson(type)) {
      RepeatableBody.write(request.bodyPublisher().orElse(null), out);
    }
  }

  @Override
  public @Nullable String header(String name) {
    return request.headers().firstValue(name).orElse(null);
  }

  @Override
  public boolean isOfLlmSdk() {
    return false;
  }
}
