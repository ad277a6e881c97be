package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;

/** What the paths of Bedrock say, {@code model/{id}/{operation}}: no body names the model. */
final class BedrockPath {

  private static final String STREAM = "-stream";

  private BedrockPath() {}

  /** Tells the model, and whether a stream is asked for. */
  static void tell(String path, RequestFacts.Builder facts) {
    String model = model(path);
    if (!model.isEmpty()) {
      facts.model(model).streaming(path.endsWith(STREAM));
    }
  }

  /**
   * The model's id as it was sent: an ARN has slashes, which are encoded in a path. Empty for a path
   * without one.
   */
  static String model(String path) {
    int end = Math.max(0, path.lastIndexOf('/'));
    String segment = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    return segment.indexOf('%') < 0 ? segment : decoded(segment);
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), "UTF-8");
    } catch (UnsupportedEncodingException | IllegalArgumentException notEncoded) {
      return segment;
    }
  }
}
