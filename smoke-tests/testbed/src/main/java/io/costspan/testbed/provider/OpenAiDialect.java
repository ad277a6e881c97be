package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenAI, with one instance for each of its endpoints, and Azure, where the path names a deployment
 * in the place of a model.
 */
final class OpenAiDialect implements Dialect {
  private static final Pattern DEPLOYMENT = Pattern.compile(".*/openai/deployments/([^/]+)/.*");

  private final String pathEnd;
  private final String idFormat;
  private final Function<Generation, Answer> answers;

  private OpenAiDialect(String pathEnd, String idFormat, Function<Generation, Answer> answers) {
    this.pathEnd = pathEnd;
    this.idFormat = idFormat;
    this.answers = answers;
  }

  static Dialect chat() {
    return new OpenAiDialect("/chat/completions", "chatcmpl-%08d", ChatAnswer::new);
  }

  static Dialect responses() {
    return new OpenAiDialect("/responses", "resp_%08d", ResponsesAnswer::new);
  }

  static Dialect embeddings() {
    return new OpenAiDialect("/embeddings", "", EmbeddingsAnswer::new);
  }

  @Override
  public boolean accepts(String path) {
    return path.endsWith(pathEnd);
  }

  @Override
  public String model(String path, JsonNode body) {
    Matcher azure = DEPLOYMENT.matcher(path);
    return azure.matches() ? azure.group(1) : body.path("model").asText();
  }

  @Override
  public String servedTier(ProviderRequest request) {
    String asked = request.body().path("service_tier").asText("auto");
    boolean downgraded = request.script() == Script.TIER_DOWNGRADED || asked.equals("auto");
    return downgraded ? "default" : asked;
  }

  @Override
  public String responseModel(String requestModel) {
    return switch (requestModel) {
      case "gpt-4.1-mini" -> "gpt-4.1-mini-2025-04-14";
      case "gpt-4o-mini", "team-small" -> "gpt-4o-mini-2024-07-18";
      case "gpt-5-mini" -> "gpt-5-mini-2025-08-07";
      default -> requestModel;
    };
  }

  @Override
  public String id(int number) {
    return idFormat.formatted(number);
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
            "This model's maximum context length is 128000 tokens.",
            "invalid_request_error",
            "\"messages\"",
            "\"context_length_exceeded\"");
      case 429 ->
        error("Rate limit reached for requests.", "requests", "null", "\"rate_limit_exceeded\"");
      default ->
        error(
            "The server had an error while processing your request.",
            "server_error",
            "null",
            "null");
    };
  }

  @Override
  public void addHeaders(Headers headers) {
    headers.add("x-request-id", "req_00000001");
    headers.add("openai-organization", "smoke-test");
    headers.add("openai-processing-ms", "12");
    headers.add("openai-version", "2020-10-01");
    headers.add("x-ratelimit-limit-requests", "10000");
    headers.add("x-ratelimit-remaining-requests", "9999");
    headers.add("x-ratelimit-remaining-tokens", "9999980");
  }

  @Override
  public boolean generates() {
    return !idFormat.isEmpty();
  }

  /** Chat tells only whom asks; Responses everybody. */
  @Override
  public Reported toldByStream(ProviderRequest request, boolean unfinished) {
    boolean asked = pathEnd.equals("/responses") || request.includeUsage();
    return unfinished || !asked ? Reported.NOTHING : Reported.FULL;
  }

  private static String error(String message, String type, String param, String code) {
    return """
        {
          "error": {
            "message": "%s",
            "type": "%s",
            "param": %s,
            "code": %s
          }
        }
        """.formatted(message, type, param, code);
  }
}
