package io.costspan.testbed.provider;

import com.sun.net.httpserver.Headers;

/** Anthropic Messages. */
final class AnthropicDialect implements Dialect {
  @Override
  public boolean accepts(String path) {
    return path.endsWith("/messages");
  }

  @Override
  public String servedTier(ProviderRequest request) {
    return "standard";
  }

  @Override
  public String responseModel(String requestModel) {
    return switch (requestModel) {
      case "claude-sonnet-4-5" -> "claude-sonnet-4-5-20250929";
      case "claude-haiku-4-5" -> "claude-haiku-4-5-20251001";
      default -> requestModel;
    };
  }

  @Override
  public String id(int number) {
    return "msg_%08d".formatted(number);
  }

  @Override
  public Answer answer(Generation generation) {
    return new MessagesAnswer(generation);
  }

  @Override
  public String refusal(int status) {
    return switch (status) {
      case 400 ->
        error("invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum");
      case 429 -> error("rate_limit_error", "This request would exceed your rate limit.");
      default -> error("api_error", "Internal server error");
    };
  }

  @Override
  public void addHeaders(Headers headers) {
    headers.add("request-id", "req_00000001");
    headers.add("anthropic-organization-id", "11111111-2222-3333-4444-555555555555");
    headers.add("anthropic-ratelimit-requests-limit", "4000");
    headers.add("anthropic-ratelimit-requests-remaining", "3999");
    headers.add("anthropic-ratelimit-tokens-remaining", "2000000");
  }

  @Override
  public boolean billsCacheWrites() {
    return true;
  }

  /** A stream opens with the input counts. */
  @Override
  public Reported toldByStream(ProviderRequest request, boolean unfinished) {
    return unfinished ? Reported.INPUT_ONLY : Reported.FULL;
  }

  private static String error(String type, String message) {
    return """
        {"type":"error","error":{"type":"%s","message":"%s"},"request_id":"req_00000001"}""".formatted(type, message);
  }
}
