package io.costspan.testbed.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;

/** DashScope's generation of text. Its streams are asked for in a header. */
final class DashScopeDialect implements Dialect {
  static final String STREAM_HEADER = "X-DashScope-SSE";

  @Override
  public boolean accepts(String path) {
    return path.endsWith("/services/aigc/text-generation/generation");
  }

  @Override
  public long callNumber(JsonNode body) {
    return body.path("parameters").path("max_tokens").asLong(-1);
  }

  @Override
  public String responseModel(String requestModel) {
    return "";
  }

  @Override
  public String id(int number) {
    return "00000000-0000-9000-a000-%012d".formatted(number);
  }

  @Override
  public Answer answer(Generation generation) {
    return new DashScopeAnswer(generation);
  }

  @Override
  public String refusal(int status) {
    return switch (status) {
      case 400 -> error("InvalidParameter", "Range of input length should be [1, 258048]");
      case 429 -> error("Throttling.RateQuota", "Requests rate limit exceeded.");
      default -> error("InternalError", "An internal error has occured.");
    };
  }

  @Override
  public void addHeaders(Headers headers) {
    headers.add("x-request-id", "00000000-0000-9000-a000-0000000000ff");
    headers.add("req-cost-time", "12");
  }

  private static String error(String code, String message) {
    return """
        {"code":"%s","message":"%s","request_id":"00000000-0000-9000-a000-0000000000ff"}""".formatted(code, message);
  }
}
