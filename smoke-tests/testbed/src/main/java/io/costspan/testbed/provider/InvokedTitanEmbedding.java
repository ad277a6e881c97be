package io.costspan.testbed.provider;

/** An embedding of Titan through InvokeModel. */
final class InvokedTitanEmbedding implements Answer {
  private final Generation generation;

  InvokedTitanEmbedding(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return "{\"embedding\":[0.125,-0.25],\"embeddingsByType\":{\"float\":[0.125,-0.25]},"
        + "\"inputTextTokenCount\":" + generation.tokens().input() + "}";
  }

  @Override
  public Stream stream() {
    throw new IllegalArgumentException("embeddings do not stream");
  }
}
