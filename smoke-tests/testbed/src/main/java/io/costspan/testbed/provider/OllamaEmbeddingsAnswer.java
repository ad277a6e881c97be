package io.costspan.testbed.provider;

/** Ollama embeddings: one vector, short. */
final class OllamaEmbeddingsAnswer implements Answer {
  private final Generation generation;

  OllamaEmbeddingsAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return """
        {"model":"%s","embeddings":[[0.25,-0.25]],"total_duration":14143917,\
        "load_duration":1019500,"prompt_eval_count":%d}""".formatted(generation.responseModel(), generation.tokens().input());
  }

  @Override
  public Stream stream() {
    throw new IllegalArgumentException("embeddings do not stream");
  }
}
