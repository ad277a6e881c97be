package io.costspan.smoke.webclient;

import io.costspan.smoke.runner.Ask;

/** The requests, written by hand as many an application does. */
final class Bodies {
  private Bodies() {}

  static String chat(Ask ask) {
    return "{%s}".formatted(chatFields(ask));
  }

  static String chatStream(Ask ask) {
    String options = ask.streamUsage() ? ",\"stream_options\":{\"include_usage\":true}" : "";
    return "{%s,\"stream\":true%s}".formatted(chatFields(ask), options);
  }

  static String responses(Ask ask, boolean stream) {
    return """
        {"model":"%s","max_output_tokens":%d,"input":"%s","stream":%s}""".formatted(modelOf(ask), ask.number(), ask.prompt(), stream);
  }

  static String embeddings(Ask ask, boolean base64) {
    return """
        {"model":"text-embedding-3-small","input":"%s","dimensions":64,"encoding_format":"%s"}""".formatted(ask.prompt(), base64 ? "base64" : "float");
  }

  private static String chatFields(Ask ask) {
    return """
        "model":"%s","max_completion_tokens":%d%s,\
        "messages":[{"role":"user","content":"%s"}]""".formatted(
            modelOf(ask),
            ask.number(),
            ask.priority() ? ",\"service_tier\":\"priority\"" : "",
            ask.prompt());
  }

  private static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD -> "gpt-4.1-mini";
      case SMALL -> "gpt-4o-mini";
      case REASONING -> "gpt-5-mini";
      case UNKNOWN -> "house-model-1";
    };
  }
}
