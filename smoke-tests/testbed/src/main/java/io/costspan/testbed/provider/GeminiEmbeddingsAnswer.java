package io.costspan.testbed.provider;

/** One vector of Google's: Vertex AI counts the tokens with it, the Gemini API beside it. */
final class GeminiEmbeddingsAnswer implements Answer {
  private static final String VALUES = "\"values\":[0.0132,-0.0087,-0.0468,0.0251]";

  private final String json;

  private GeminiEmbeddingsAnswer(String json) {
    this.json = json;
  }

  static Answer ofGeminiApi(Generation generation) {
    long tokens = generation.tokens().input();
    return new GeminiEmbeddingsAnswer("""
        {"embeddings":[{%s}],"usageMetadata":{"promptTokenCount":%d,"totalTokenCount":%d}}
        """.formatted(VALUES, tokens, tokens));
  }

  static Answer ofVertex(Generation generation) {
    return new GeminiEmbeddingsAnswer("""
        {"predictions":[{"embeddings":{"statistics":{"truncated":false,"token_count":%d},%s}}],\
        "metadata":{"billableCharacterCount":37}}
        """.formatted(generation.tokens().input(), VALUES));
  }

  @Override
  public String json() {
    return json;
  }

  @Override
  public Stream stream() {
    throw new IllegalArgumentException("embeddings do not stream");
  }
}
