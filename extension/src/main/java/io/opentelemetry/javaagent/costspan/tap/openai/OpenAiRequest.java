package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import io.opentelemetry.javaagent.costspan.call.WireRequest;
import io.opentelemetry.javaagent.costspan.tap.seam.Accessor;
import io.opentelemetry.javaagent.costspan.tap.seam.ContentType;
import io.opentelemetry.javaagent.costspan.tap.stainless.Transports;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A request of openai-java. */
final class OpenAiRequest implements WireRequest {

  private static final Accessor BODY = Accessor.of(HttpRequest.class, "body");
  private static final Accessor BASE_URL = Accessor.of(HttpRequest.class, "baseUrl");

  private final Object client;
  private final HttpRequest request;

  OpenAiRequest(Object client, HttpRequest request) {
    this.client = client;
    this.request = request;
  }

  /** The body that all attempts of a request share. */
  static @Nullable Object body(HttpRequest request) {
    return BODY.read(request);
  }

  @Override
  public @Nullable Object sharedByAttempts() {
    return body(request);
  }

  @Override
  public String method() {
    return request.method().name();
  }

  @Override
  public String path() {
    return String.join("/", request.pathSegments());
  }

  @Override
  public @Nullable String baseUrl() {
    Object url = BASE_URL.read(request);
    return url != null ? url.toString() : Transports.baseUrl(client);
  }

  @Override
  public boolean mayAskUsage() {
    return true;
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    HttpRequestBody body = (HttpRequestBody) body(request);
    if (body != null && body.repeatable() && ContentType.isJson(body.contentType())) {
      body.writeTo(out);
    }
  }
}
