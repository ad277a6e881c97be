package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;

/** What a request to Bedrock says in its path: {@code model/{id}/converse-stream}. */
final class BedrockPath {

  private static final String BEFORE = "model/";

  private BedrockPath() {}

  static void tell(String path, RequestFacts.Builder facts) {
    facts.streaming(path.endsWith("-stream"));
    int end = path.lastIndexOf('/');
    int start = path.lastIndexOf(BEFORE, end - 1);
    if (start >= 0) {
      facts.model(decoded(path.substring(start + BEFORE.length(), end)));
    }
  }

  private static String decoded(String model) {
    try {
      return model.indexOf('%') < 0 ? model : URLDecoder.decode(model, "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException asItIs) {
      return model;
    }
  }
}
