package io.costspan.testbed.provider;

/** How Anthropic words batches. */
final class AnthropicBatch {
  private AnthropicBatch() {}

  static String made(String id) {
    return """
        {"id":"%s","type":"message_batch","processing_status":"ended","request_counts":\
        {"processing":0,"succeeded":1,"errored":0,"canceled":0,"expired":0},\
        "ended_at":"2026-11-21T00:00:00Z","created_at":"2026-11-21T00:00:00Z",\
        "expires_at":"2026-11-22T00:00:00Z","archived_at":null,"cancel_initiated_at":null,\
        "results_url":"https://api.anthropic.com/v1/messages/batches/%s/results"}""".formatted(id, id);
  }

  static String succeeded(String message) {
    return "{\"type\":\"succeeded\",\"message\":" + message + "}";
  }

  static String errored(String error) {
    return "{\"type\":\"errored\",\"error\":" + error + "}";
  }

  static String line(String customId, String result) {
    return "{\"custom_id\":\"%s\",\"result\":%s}\n".formatted(customId, result);
  }
}
