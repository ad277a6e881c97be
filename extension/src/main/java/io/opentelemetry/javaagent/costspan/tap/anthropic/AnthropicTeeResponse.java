package io.opentelemetry.javaagent.costspan.tap.anthropic;

import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.TeeInputStream;
import java.io.InputStream;

/**
 * A response whose body is teed. Overrides only what every version has, so that the default methods
 * of later ones run over our body.
 */
final class AnthropicTeeResponse implements HttpResponse {

  private final HttpResponse response;
  private final LlmCall call;

  AnthropicTeeResponse(HttpResponse response, LlmCall call) {
    this.response = response;
    this.call = call;
  }

  @Override
  public int statusCode() {
    return response.statusCode();
  }

  @Override
  public Headers headers() {
    return response.headers();
  }

  @Override
  public InputStream body() {
    return new TeeInputStream(response.body(), call);
  }

  @Override
  public void close() {
    call.close(response::close);
  }
}
