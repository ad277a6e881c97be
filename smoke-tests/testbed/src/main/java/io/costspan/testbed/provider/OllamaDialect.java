package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Ollama's own protocol, with one instance for each of its endpoints. Nobody is billed for it. */
final class OllamaDialect implements Dialect {
  private final String pathEnd;
  private final boolean generates;
  private final Function<Generation, Answer> answers;

  private OllamaDialect(String pathEnd, boolean generates, Function<Generation, Answer> answers) {
    this.pathEnd = pathEnd;
    this.generates = generates;
    this.answers = answers;
  }

  static Dialect chat() {
    return new OllamaDialect("/api/chat", true, OllamaAnswer::new);
  }

  static Dialect embeddings() {
    return new OllamaDialect("/api/embed", false, OllamaEmbeddingsAnswer::new);
  }

  @Override
  public boolean accepts(String path) {
    return path.endsWith(pathEnd);
  }

  /** Streams unless it is told not to. */
  @Override
  public boolean streams(String path, JsonNode body) {
    return generates && body.path("stream").asBoolean(true);
  }

  @Override
  public long callNumber(JsonNode body) {
    return body.path("options").path("num_predict").asLong(-1);
  }

  @Override
  public String id(int number) {
    return "";
  }

  @Override
  public Answer answer(Generation generation) {
    return answers.apply(generation);
  }

  @Override
  public String refusal(int status) {
    return switch (status) {
      case 400 -> "{\"error\":\"the input length exceeds the context length\"}";
      case 429 ->
        "{\"error\":\"server busy, please try again.  maximum pending requests exceeded\"}";
      default -> "{\"error\":\"model runner has unexpectedly stopped\"}";
    };
  }

  @Override
  public void addHeaders(Headers headers) {}

  @Override
  public boolean generates() {
    return generates;
  }

  @Override
  public String streamType() {
    return "application/x-ndjson";
  }

  @Override
  public byte[] signOfLife() {
    return "\n".getBytes(StandardCharsets.UTF_8);
  }
}
