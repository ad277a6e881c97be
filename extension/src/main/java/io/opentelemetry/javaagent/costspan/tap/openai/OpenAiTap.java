package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.Tap;
import java.util.List;

/** The tap of openai-java, one per application class loader. */
final class OpenAiTap {

  static final Tap<HttpResponse> TAP = new Tap<>("openai", OpenAiTap::tee);

  private OpenAiTap() {}

  private static HttpResponse tee(HttpResponse response, LlmCall call) {
    List<String> contentType = response.headers().values("Content-Type");
    call.headers(response.statusCode(), contentType.isEmpty() ? null : contentType.get(0));
    return new OpenAiTeeResponse(response, call);
  }
}
