package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.util.function.Function;
import java.util.function.Predicate;

/** Bedrock's runtime, with one instance for Converse and one for each vendor whose models it invokes. */
final class BedrockDialect implements Dialect {
  private final Predicate<String> paths;
  private final String idFormat;
  private final boolean converses;
  private final boolean generates;
  private final Function<Generation, Answer> answers;

  private BedrockDialect(
      Predicate<String> paths,
      String idFormat,
      boolean converses,
      boolean generates,
      Function<Generation, Answer> answers) {
    this.paths = paths;
    this.idFormat = idFormat;
    this.converses = converses;
    this.generates = generates;
    this.answers = answers;
  }

  static Dialect converse() {
    return new BedrockDialect(
        path -> path.contains("/converse"), "", true, true, ConverseAnswer::new);
  }

  static Dialect invokedClaude() {
    return new BedrockDialect(
        path -> path.contains("/invoke") && isNoneOfTheOthers(path),
        "msg_bdrk_%08d",
        false,
        true,
        InvokedClaudeAnswer::new);
  }

  static Dialect invokedMistral() {
    return new BedrockDialect(invoked("/mistral."), "", false, true, InvokedMistralAnswer::new);
  }

  static Dialect invokedTitanEmbeddings() {
    return new BedrockDialect(
        invoked("/amazon.titan-embed"), "", false, false, InvokedTitanEmbedding::new);
  }

  private static Predicate<String> invoked(String model) {
    return path -> path.contains(model) && path.contains("/invoke");
  }

  private static boolean isNoneOfTheOthers(String path) {
    return !path.contains("/mistral.") && !path.contains("/amazon.titan-embed");
  }

  @Override
  public boolean accepts(String path) {
    return path.startsWith("/model/") && paths.test(path);
  }

  /** An ARN has slashes, too. */
  @Override
  public String model(String path, JsonNode body) {
    return path.substring("/model/".length(), path.lastIndexOf('/'));
  }

  @Override
  public boolean streams(String path, JsonNode body) {
    return path.endsWith("-stream");
  }

  @Override
  public long callNumber(JsonNode body) {
    JsonNode limit =
        converses ? body.path("inferenceConfig").path("maxTokens") : body.path("max_tokens");
    return limit.asLong(-1);
  }

  /** No answer names its model as Bedrock does. */
  @Override
  public String responseModel(String requestModel) {
    return "";
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
      case 400 -> "{\"message\":\"Input is too long for requested model.\"}";
      case 429 -> "{\"message\":\"Too many requests, please wait before trying again.\"}";
      default -> "{\"message\":\"The system encountered an unexpected error.\"}";
    };
  }

  @Override
  public void addRefusalHeaders(int status, Headers headers) {
    String type = switch (status) {
      case 400 -> "ValidationException";
      case 429 -> "ThrottlingException";
      default -> "InternalServerException";
    };
    headers.add("x-amzn-ErrorType", type + ":http://internal.amazon.com/coral/com.amazon.bedrock/");
  }

  @Override
  public void addHeaders(Headers headers) {
    headers.add("x-amzn-RequestId", "00000000-1111-2222-3333-444444444444");
  }

  @Override
  public void addHeaders(Generation generation, Headers headers) {
    if (!converses && !generation.request().stream() && generation.saysUsage()) {
      Invocation.addCounts(generation.tokens(), headers);
    }
  }

  @Override
  public boolean generates() {
    return generates;
  }

  @Override
  public boolean billsCacheWrites() {
    return true;
  }

  /** Claude's own stream opens with the input counts. */
  @Override
  public Reported toldByStream(ProviderRequest request, boolean unfinished) {
    if (!unfinished) {
      return Reported.FULL;
    }
    return idFormat.isEmpty() ? Reported.NOTHING : Reported.INPUT_ONLY;
  }

  @Override
  public String streamType() {
    return "application/vnd.amazon.eventstream";
  }

  @Override
  public byte[] signOfLife() {
    return EventFrame.signOfLife().bytes();
  }
}
