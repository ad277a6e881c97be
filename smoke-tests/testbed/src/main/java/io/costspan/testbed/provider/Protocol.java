package io.costspan.testbed.provider;

/** The wire formats the provider speaks. */
public enum Protocol {
  OPENAI_CHAT(OpenAiDialect.chat()),
  OPENAI_RESPONSES(OpenAiDialect.responses()),
  OPENAI_EMBEDDINGS(OpenAiDialect.embeddings()),
  ANTHROPIC_MESSAGES(new AnthropicDialect()),
  GEMINI_GENERATE_CONTENT(GeminiDialect.generateContent()),
  GEMINI_EMBEDDINGS(GeminiDialect.embeddings()),
  VERTEX_EMBEDDINGS(GeminiDialect.predictions()),
  COHERE_CHAT(CohereDialect.chat()),
  COHERE_EMBEDDINGS(CohereDialect.embeddings()),
  DASHSCOPE(new DashScopeDialect()),
  BEDROCK_CONVERSE(BedrockDialect.converse()),
  BEDROCK_CLAUDE(BedrockDialect.invokedClaude()),
  BEDROCK_MISTRAL(BedrockDialect.invokedMistral()),
  BEDROCK_TITAN_EMBEDDINGS(BedrockDialect.invokedTitanEmbeddings()),
  OLLAMA_CHAT(OllamaDialect.chat()),
  OLLAMA_EMBEDDINGS(OllamaDialect.embeddings());

  private final Dialect dialect;

  Protocol(Dialect dialect) {
    this.dialect = dialect;
  }

  static Protocol ofPath(String path) {
    for (Protocol protocol : values()) {
      if (protocol.dialect.accepts(path)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException("no such endpoint: " + path);
  }

  Dialect dialect() {
    return dialect;
  }

  /** Whether answers are vectors, which are numbered by their input and not by a limit. */
  public boolean isEmbeddings() {
    return !dialect.generates();
  }
}
