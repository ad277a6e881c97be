package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;

/**
 * What the paths of Google's APIs say, {@code …/models/{model}:{verb}}: Vertex AI has the model's
 * publisher and mostly a project before it, the Gemini API neither.
 */
final class GeminiPath {

  private static final String STREAM = ":stream";

  private GeminiPath() {}

  /** Tells the model, and whether a stream is asked for; a tuned model is told by its id. */
  static void tell(String path, RequestFacts.Builder facts) {
    int start = path.lastIndexOf('/') + 1;
    int end = path.lastIndexOf(':');
    if (end > start) {
      facts.model(path.substring(start, end));
      if (path.startsWith(STREAM, end)) {
        facts.streaming(true);
      }
    }
  }

  /** Value of {@code gen_ai.provider.name}, for a host that does not tell. */
  static String provider(String path) {
    boolean vertex = hasSegment(path, "publishers/") || hasSegment(path, "projects/");
    return vertex ? "gcp.vertex_ai" : "gcp.gemini";
  }

  private static boolean hasSegment(String path, String segment) {
    int at = path.indexOf(segment);
    return at == 0 || (at > 0 && path.charAt(at - 1) == '/');
  }
}
