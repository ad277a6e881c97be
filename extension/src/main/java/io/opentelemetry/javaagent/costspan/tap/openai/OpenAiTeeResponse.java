package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.TeeInputStream;
import io.opentelemetry.javaagent.costspan.call.UsageHidingStream;
import java.io.InputStream;

/**
 * A response whose body is teed. Overrides only what every version has, so that the default methods
 * of later ones run over our body.
 */
final class OpenAiTeeResponse implements HttpResponse {

  private final HttpResponse response;
  private final LlmCall call;

  OpenAiTeeResponse(HttpResponse response, LlmCall call) {
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
    TeeInputStream teed = new TeeInputStream(response.body(), call);
    return call.asksStreamUsage() ? new UsageHidingStream(teed) : teed;
  }

  @Override
  public void close() {
    call.close(response::close);
  }
}
