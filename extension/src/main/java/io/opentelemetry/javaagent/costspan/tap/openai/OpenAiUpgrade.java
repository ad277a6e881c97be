package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpRequest;
import io.opentelemetry.javaagent.costspan.call.WireRequest;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request by which openai-java opens a WebSocket. Every version that can knows its own URL. */
final class OpenAiUpgrade implements WireRequest {

  private final HttpRequest request;

  OpenAiUpgrade(HttpRequest request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.method().name();
  }

  /** Some requests have their path in the base URL already. */
  @Override
  public String path() {
    List<String> segments = request.pathSegments();
    return segments.isEmpty() ? request.baseUrl() : String.join("/", segments);
  }

  @Override
  public String baseUrl() {
    return request.baseUrl();
  }

  @Override
  public @Nullable String parameter(String name) {
    List<String> values = request.queryParams().values(name);
    return values.isEmpty() ? null : values.get(0);
  }

  @Override
  public void writeJsonTo(OutputStream out) {
    // An upgrade has no body.
  }
}
