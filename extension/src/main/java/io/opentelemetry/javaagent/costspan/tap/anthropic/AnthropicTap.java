package io.opentelemetry.javaagent.costspan.tap.anthropic;

import com.anthropic.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.Tap;
import java.util.List;

/** The tap of anthropic-java, one per application class loader. */
final class AnthropicTap {

  static final Tap<HttpResponse> TAP = new Tap<>("anthropic", AnthropicTap::tee);

  private AnthropicTap() {}

  private static HttpResponse tee(HttpResponse response, LlmCall call) {
    List<String> contentType = response.headers().values("Content-Type");
    call.headers(response.statusCode(), contentType.isEmpty() ? null : contentType.get(0));
    return new AnthropicTeeResponse(response, call);
  }
}
