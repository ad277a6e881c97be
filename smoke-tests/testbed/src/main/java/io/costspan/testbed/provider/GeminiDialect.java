package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.util.Set;
import java.util.function.Function;

/** Google's Gemini, at the Gemini API and at Vertex AI, with one instance for each kind of call. */
final class GeminiDialect implements Dialect {
  private final Set<String> verbs;
  private final boolean generates;
  private final Function<Generation, Answer> answers;

  private GeminiDialect(
      Set<String> verbs, boolean generates, Function<Generation, Answer> answers) {
    this.verbs = verbs;
    this.generates = generates;
    this.answers = answers;
  }

  static Dialect generateContent() {
    return new GeminiDialect(
        Set.of("generateContent", "streamGenerateContent"), true, GeminiAnswer::new);
  }

  /** The Gemini API's. */
  static Dialect embeddings() {
    return new GeminiDialect(
        Set.of("embedContent", "batchEmbedContents"), false, GeminiEmbeddingsAnswer::ofGeminiApi);
  }

  /** Vertex AI's embeddings, and images. */
  static Dialect predictions() {
    return new GeminiDialect(
        Set.of("predict"),
        false,
        generation -> ImagenAnswer.makes(generation.request().model())
            ? new ImagenAnswer(generation)
            : GeminiEmbeddingsAnswer.ofVertex(generation));
  }

  @Override
  public boolean accepts(String path) {
    return verbs.contains(path.substring(path.lastIndexOf(':') + 1));
  }

  @Override
  public String model(String path, JsonNode body) {
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf(':'));
  }

  @Override
  public boolean streams(String path, JsonNode body) {
    return path.endsWith(":streamGenerateContent");
  }

  @Override
  public long callNumber(JsonNode body) {
    return body.path("generationConfig").path("maxOutputTokens").asLong(-1);
  }

  @Override
  public String servedTier(ProviderRequest request) {
    return "standard";
  }

  @Override
  public String responseModel(String requestModel) {
    return generates ? requestModel : "";
  }

  @Override
  public String id(int number) {
    return generates ? "gem%08d".formatted(number) : "";
  }

  @Override
  public Answer answer(Generation generation) {
    return answers.apply(generation);
  }

  @Override
  public String refusal(int status) {
    return switch (status) {
      case 400 ->
        error(
            400,
            "The input token count (1208310) exceeds the maximum number of tokens allowed.",
            "INVALID_ARGUMENT");
      case 429 -> error(429, "Resource has been exhausted (e.g. quota).", "RESOURCE_EXHAUSTED");
      default -> error(500, "An internal error has occurred.", "INTERNAL");
    };
  }

  @Override
  public void addHeaders(Headers headers) {
    headers.add("Vary", "X-Origin");
    headers.add("Server-Timing", "gfet4t7; dur=12");
    headers.add("X-Content-Type-Options", "nosniff");
  }

  @Override
  public boolean generates() {
    return generates;
  }

  /** Every part of a stream tells the input. */
  @Override
  public Reported toldByStream(ProviderRequest request, boolean unfinished) {
    return unfinished ? Reported.INPUT_ONLY : Reported.FULL;
  }

  private static String error(int code, String message, String status) {
    return """
        {
          "error": {
            "code": %d,
            "message": "%s",
            "status": "%s"
          }
        }
        """.formatted(code, message, status);
  }
}
