package io.opentelemetry.javaagent.costspan.tap.anthropic;

import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tap of anthropic-java, one per application class loader. */
final class AnthropicTap {

  static final Tap<HttpResponse> TAP = new Tap<>("anthropic", AnthropicTap::tee);

  private AnthropicTap() {}

  /** True; to be asked by advice that must not be at work without the tap. */
  static boolean isLoaded() {
    return true;
  }

  static @Nullable LlmCall begin(Object client, HttpRequest request) {
    try {
      return LlmCalls.begin(new AnthropicRequest(client, request));
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  static @Nullable Attempt attempt(HttpRequest request) {
    try {
      return LlmCalls.attempt(AnthropicRequest.body(request));
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  private static HttpResponse tee(HttpResponse response, LlmCall call) {
    Headers headers = response.headers();
    call.headers(response.statusCode(), name -> first(headers.values(name)));
    return new AnthropicTeeResponse(response, call);
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.get(0);
  }
}
