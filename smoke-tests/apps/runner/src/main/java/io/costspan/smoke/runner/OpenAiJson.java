package io.costspan.smoke.runner;

/** Requests to OpenAI put together by hand, as many an application without an SDK does. */
public final class OpenAiJson {
  private OpenAiJson() {}

  public static String chat(Ask ask) {
    return "{%s}".formatted(chatFields(ask));
  }

  public static String chatStream(Ask ask) {
    String options = ask.streamUsage() ? ",\"stream_options\":{\"include_usage\":true}" : "";
    return "{%s,\"stream\":true%s}".formatted(chatFields(ask), options);
  }

  public static String responses(Ask ask, boolean stream) {
    return """
        {"model":"%s","max_output_tokens":%d,"input":"%s","stream":%s}""".formatted(modelOf(ask), ask.number(), ask.prompt(), stream);
  }

  public static String embeddings(Ask ask, boolean base64) {
    return """
        {"model":"text-embedding-3-small","input":"%s","dimensions":64,"encoding_format":"%s"}""".formatted(ask.prompt(), base64 ? "base64" : "float");
  }

  public static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD -> "gpt-4.1-mini";
      case SMALL -> "gpt-4o-mini";
      case REASONING -> "gpt-5-mini";
      case UNKNOWN -> "house-model-1";
    };
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
}
