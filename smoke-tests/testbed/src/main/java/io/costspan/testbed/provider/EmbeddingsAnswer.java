package io.costspan.testbed.provider;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.StringJoiner;

/** OpenAI embeddings: one vector, as numbers or as base64 of little-endian floats. */
final class EmbeddingsAnswer implements Answer {
  private final Generation generation;

  EmbeddingsAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    long tokens = generation.tokens().input();
    String usage = generation.saysUsage()
        ? ",\n  \"usage\": {\"prompt_tokens\": %d, \"total_tokens\": %d}".formatted(tokens, tokens)
        : "";
    return """
        {
          "object": "list",
          "data": [{"object": "embedding", "index": 0, "embedding": %s}],
          "model": "%s"%s
        }
        """.formatted(vector(), generation.responseModel(), usage);
  }

  @Override
  public Stream stream() {
    throw new IllegalArgumentException("embeddings do not stream");
  }

  private String vector() {
    int dimensions = generation.request().dimensions();
    return generation.request().base64() ? base64(dimensions) : numbers(dimensions);
  }

  private static String base64(int dimensions) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * dimensions).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < dimensions; i++) {
      bytes.putFloat(component(i));
    }
    return '"' + Base64.getEncoder().encodeToString(bytes.array()) + '"';
  }

  private static String numbers(int dimensions) {
    StringJoiner numbers = new StringJoiner(",", "[", "]");
    for (int i = 0; i < dimensions; i++) {
      numbers.add(Float.toString(component(i)));
    }
    return numbers.toString();
  }

  private static float component(int i) {
    return (i % 17 - 8) / 64f;
  }
}
