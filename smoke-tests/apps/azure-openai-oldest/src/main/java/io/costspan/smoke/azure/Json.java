package io.costspan.smoke.azure;

import com.azure.core.util.BinaryData;
import io.costspan.smoke.runner.Ask;

/** Requests, put together by hand. */
final class Json {
  private Json() {}

  static BinaryData chat(Ask ask, boolean stream) {
    String json = """
        {"messages":[{"role":"user","content":"%s"}],"max_completion_tokens":%d%s}""".formatted(
        ask.prompt(),
        ask.number(),
        stream
            ? ",\"stream\":true,\"stream_options\":{\"include_usage\":" + ask.streamUsage() + "}"
            : "");
    return BinaryData.fromString(json);
  }

  static BinaryData embeddings(Ask ask, boolean base64) {
    String json = """
        {"input":["%s"],"dimensions":64,"encoding_format":"%s"}""".formatted(ask.prompt(), base64 ? "base64" : "float");
    return BinaryData.fromString(json);
  }
}
