package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.HttpRequest;
import io.opentelemetry.javaagent.costspan.call.LlmCall;

/** What the advice carries from the beginning of the SDK's method to its end. */
final class OpenAiBegun {

  private OpenAiBegun() {}

  /** For {@code AssignReturned}: the call, and the request that is to be sent. */
  static Object[] of(LlmCall call, HttpRequest request) {
    return new Object[] {call, request};
  }

  static LlmCall call(Object[] begun) {
    return (LlmCall) begun[0];
  }
}
