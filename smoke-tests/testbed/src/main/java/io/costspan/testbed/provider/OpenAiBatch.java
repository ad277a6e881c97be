package io.costspan.testbed.provider;

/** How OpenAI words files and batches. */
final class OpenAiBatch {
  private OpenAiBatch() {}

  static String file(String id) {
    return """
        {"object":"file","id":"%s","purpose":"batch","filename":"batch.jsonl","bytes":120,\
        "created_at":%d,"expires_at":null,"status":"processed"}""".formatted(id, Generation.CREATED);
  }

  static String made(int number, String outputFile, String errorFile) {
    return """
        {"id":"batch_%08d","object":"batch","endpoint":"/v1/chat/completions","errors":null,\
        "input_file_id":"file-in-1","completion_window":"24h","status":"completed",\
        "output_file_id":"%s","error_file_id":"%s","created_at":%d,"in_progress_at":%d,\
        "completed_at":%d,"request_counts":{"total":1,"completed":1,"failed":0},"metadata":null}""".formatted(
        number, outputFile, errorFile, Generation.CREATED, Generation.CREATED, Generation.CREATED);
  }

  static String line(String customId, int status, String body) {
    return """
        {"id": "batch_req_%s", "custom_id": "%s", "response": {"status_code": %d, \
        "request_id": "req_%s", "body": %s}, "error": null}
        """.formatted(customId, customId, status, customId, body);
  }
}
