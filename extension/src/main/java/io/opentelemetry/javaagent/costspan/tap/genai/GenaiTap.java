package io.opentelemetry.javaagent.costspan.tap.genai;

import com.google.genai.HttpApiClient;
import com.google.genai.types.HttpOptions;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What both taps of google-genai have in common: how a call begins. */
final class GenaiTap {

  /** Name of both: an application has one of them. */
  static final String NAME = "genai";

  private GenaiTap() {}

  /**
   * @param tap the one that is to end the call: initialised here, so that it is known to be at work
   *     even if the first request is no call
   */
  static @Nullable LlmCall begin(
      Tap<Object> tap,
      HttpApiClient client,
      String method,
      String pathAndQuery,
      String json,
      Optional<HttpOptions> options) {
    try {
      return LlmCalls.begin(new GenaiRequest(client, method, pathAndQuery, json, options));
    } catch (Throwable t) {
      tap.failed(t);
      return null;
    }
  }
}
