package io.costspan.testbed.provider;

import com.sun.net.httpserver.Headers;
import java.util.function.Function;

/** Cohere's version 2, with one instance for each of its endpoints. */
final class CohereDialect implements Dialect {
  private final String pathEnd;
  private final boolean generates;
  private final Function<Generation, Answer> answers;

  private CohereDialect(String pathEnd, boolean generates, Function<Generation, Answer> answers) {
    this.pathEnd = pathEnd;
    this.generates = generates;
    this.answers = answers;
  }

  static Dialect chat() {
    return new CohereDialect("/v2/chat", true, CohereChatAnswer::new);
  }

  static Dialect embeddings() {
    return new CohereDialect("/v2/embed", false, CohereEmbeddingsAnswer::new);
  }

  @Override
  public boolean accepts(String path) {
    return path.endsWith(pathEnd);
  }

  @Override
  public String responseModel(String requestModel) {
    return "";
  }

  @Override
  public String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  @Override
  public Answer answer(Generation generation) {
    return answers.apply(generation);
  }

  @Override
  public String refusal(int status) {
    String message = switch (status) {
      case 400 -> "too many tokens: total number of tokens in the prompt cannot exceed 256000";
      case 429 -> "You are past the per minute request limit, please wait and try again later.";
      default -> "internal server error";
    };
    return "{\"id\":\"00000000-0000-4000-8000-0000000000ff\",\"message\":\"%s\"}"
        .formatted(message);
  }

  @Override
  public void addHeaders(Headers headers) {
    headers.add("x-debug-trace-id", "00000000000000000000000000000001");
    headers.add("x-endpoint-monthly-call-limit", "1000");
    headers.add("x-trial-endpoint-call-remaining", "999");
  }

  @Override
  public boolean generates() {
    return generates;
  }
}
