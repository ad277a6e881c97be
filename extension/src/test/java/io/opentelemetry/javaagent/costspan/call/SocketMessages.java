package io.opentelemetry.javaagent.costspan.call;

import org.jspecify.annotations.Nullable;

/** Messages over a connection to OpenAI. Those that tell usage tell 1,000 tokens in and 100 out. */
final class SocketMessages {

  static final String USAGE =
      "\"usage\":{\"input_tokens\":1000,\"output_tokens\":100,\"total_tokens\":1100}";

  /** Realtime's, of the model that the session has. */
  static final String ASK = "{\"type\":\"response.create\"}";

  private SocketMessages() {}

  static String create(String model, @Nullable String lane) {
    return "{\"type\":\"response.create\",\"model\":\"" + model + "\",\"max_output_tokens\":7,"
        + "\"input\":\"Hi\"" + inLane(lane) + "}";
  }

  static String created(String id, @Nullable String lane) {
    return "{\"type\":\"response.created\",\"response\":{\"id\":\"" + id
        + "\",\"status\":\"in_progress\",\"usage\":null}" + inLane(lane) + "}";
  }

  static String completed(String id, @Nullable String lane) {
    return "{\"type\":\"response.completed\",\"response\":{\"id\":\"" + id
        + "\",\"status\":\"completed\"," + USAGE + "}" + inLane(lane) + "}";
  }

  static String done(String id) {
    return "{\"type\":\"response.done\",\"response\":{\"id\":\"" + id
        + "\",\"status\":\"completed\"," + USAGE + "}}";
  }

  private static String inLane(@Nullable String lane) {
    return lane == null ? "" : ",\"stream_id\":\"" + lane + "\"";
  }
}
