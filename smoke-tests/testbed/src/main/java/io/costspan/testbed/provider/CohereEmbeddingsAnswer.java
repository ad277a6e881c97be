package io.costspan.testbed.provider;

/** Cohere embeddings: one vector, short, in the type that was asked for. */
final class CohereEmbeddingsAnswer implements Answer {
  private final Generation generation;

  CohereEmbeddingsAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    String type = generation.request().body().path("embedding_types").path(0).asText("float");
    String vector = type.equals("base64") ? "\"AACAPgAAgL4=\"" : "[0.25,-0.25]";
    String billed = generation.saysUsage()
        ? ",\"billed_units\":{\"input_tokens\":%d.0}"
            .formatted(generation.tokens().input())
        : "";
    return """
        {"id":"%s","embeddings":{"%s":[%s]},"texts":["a text"],\
        "meta":{"api_version":{"version":"2"}%s},"response_type":"embeddings_by_type"}""".formatted(generation.id(), type, vector, billed);
  }

  @Override
  public Stream stream() {
    throw new IllegalArgumentException("embeddings do not stream");
  }
}
