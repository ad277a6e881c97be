package io.costspan.testbed.provider;

import org.jspecify.annotations.Nullable;

/** An answer that is an error: nothing was generated and nothing is billed. */
record Refusal(int status, String body) {

  static @Nullable Refusal of(ProviderRequest request) {
    return switch (request.script()) {
      case BAD_REQUEST ->
        request.protocol().isAnthropic()
            ? anthropic(
                400, "invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum")
            : openAi(
                400,
                "This model's maximum context length is 128000 tokens.",
                "invalid_request_error",
                "\"messages\"",
                "\"context_length_exceeded\"");
      case RATE_LIMITED_ONCE -> request.attempt() == 0 ? rateLimited(request) : null;
      case RATE_LIMITED -> rateLimited(request);
      case SERVER_ERROR ->
        request.protocol().isAnthropic()
            ? anthropic(500, "api_error", "Internal server error")
            : openAi(
                500,
                "The server had an error while processing your request.",
                "server_error",
                "null",
                "null");
      default -> null;
    };
  }

  private static Refusal rateLimited(ProviderRequest request) {
    return request.protocol().isAnthropic()
        ? anthropic(429, "rate_limit_error", "This request would exceed your rate limit.")
        : openAi(
            429, "Rate limit reached for requests.", "requests", "null", "\"rate_limit_exceeded\"");
  }

  private static Refusal openAi(
      int status, String message, String type, String param, String code) {
    return new Refusal(status, """
        {
          "error": {
            "message": "%s",
            "type": "%s",
            "param": %s,
            "code": %s
          }
        }
        """.formatted(message, type, param, code));
  }

  private static Refusal anthropic(int status, String type, String message) {
    return new Refusal(status, """
        {"type":"error","error":{"type":"%s","message":"%s"},"request_id":"req_00000001"}""".formatted(type, message));
  }
}
