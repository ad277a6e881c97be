package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tap of openai-java, one per application class loader. */
final class OpenAiTap {

  static final Tap<HttpResponse> TAP = new Tap<>("openai", OpenAiTap::tee);

  private OpenAiTap() {}

  static Object @Nullable [] begin(Object client, HttpRequest request) {
    LlmCall call = null;
    try {
      call = LlmCalls.begin(new OpenAiRequest(client, request));
      return call == null ? null : OpenAiBegun.of(call, toBeSent(request, call));
    } catch (Throwable t) {
      TAP.failed(t);
      return call == null ? null : OpenAiBegun.of(call, request);
    }
  }

  /** The request as it is, unless a setting asks for what the application does not. */
  private static HttpRequest toBeSent(HttpRequest request, LlmCall call) throws IOException {
    Object body = call.asksStreamUsage() ? OpenAiRequest.body(request) : null;
    return body instanceof HttpRequestBody
        ? request.toBuilder().body(AskingBody.of((HttpRequestBody) body)).build()
        : request;
  }

  static @Nullable Attempt attempt(HttpRequest request) {
    try {
      return LlmCalls.attempt(OpenAiRequest.body(request));
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  private static HttpResponse tee(HttpResponse response, LlmCall call) {
    Headers headers = response.headers();
    call.headers(response.statusCode(), name -> first(headers.values(name)));
    return new OpenAiTeeResponse(response, call);
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.get(0);
  }
}
