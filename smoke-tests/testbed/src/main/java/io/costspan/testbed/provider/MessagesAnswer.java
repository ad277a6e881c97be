package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/**
 * Anthropic Messages: cached tokens are counted beside the input, the stream opens with the input
 * counts and a placeholder for the output, and closes with the cumulative counts.
 */
final class MessagesAnswer implements Answer {
  private static final String TOOL =
      "{\"type\":\"tool_use\",\"id\":\"toolu_0001\",\"name\":\"look_up\",\"input\":%s}";

  private final Generation generation;

  MessagesAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    String content = generation.callsTool()
        ? TOOL.formatted(generation.text())
        : "{\"type\":\"text\",\"text\":%s}".formatted(Answer.quoted(generation.text()));
    if (thinks()) {
      content =
          "{\"type\":\"thinking\",\"thinking\":\"Let me see.\",\"signature\":\"EqQBCkYIAxgC\"},"
              + content;
    }
    return message("[" + content + "]", stopReason(), generation.tokens().output());
  }

  @Override
  public Stream stream() {
    List<SseEvent> opening = new ArrayList<>();
    // The real one says how far it had got when the stream began: a placeholder, never a count.
    opening.add(event("message_start", "\"message\":" + message("[]", "null", 1)));
    int index = 0;
    if (thinks()) {
      addThinking(opening);
      index = 1;
    }
    String block =
        generation.callsTool() ? TOOL.formatted("{}") : "{\"type\":\"text\",\"text\":\"\"}";
    opening.add(event("content_block_start", index, "\"content_block\":" + block));
    opening.add(new SseEvent("ping", "{\"type\": \"ping\"}"));

    List<SseEvent> text = new ArrayList<>();
    for (String piece : generation.pieces()) {
      String delta = generation.callsTool()
          ? "\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":%s}"
          : "\"delta\":{\"type\":\"text_delta\",\"text\":%s}";
      text.add(event("content_block_delta", index, delta.formatted(Answer.quoted(piece))));
    }

    List<SseEvent> ending = new ArrayList<>();
    ending.add(new SseEvent(
        "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":" + index + "}"));
    ending.add(event(
        "message_delta",
        "\"delta\":{\"stop_reason\":%s,\"stop_sequence\":null}".formatted(stopReason())
            + endUsage()));
    ending.add(new SseEvent("message_stop", "{\"type\":\"message_stop\"}"));
    return new Stream(opening, text, ending);
  }

  private String stopReason() {
    return generation.callsTool() ? "\"tool_use\"" : "\"end_turn\"";
  }

  private boolean thinks() {
    return generation.tokens().reasoning() > 0;
  }

  private static void addThinking(List<SseEvent> events) {
    events.add(event(
        "content_block_start",
        0,
        "\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}"));
    events.add(event(
        "content_block_delta",
        0,
        "\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"Let me see.\"}"));
    events.add(event(
        "content_block_delta",
        0,
        "\"delta\":{\"type\":\"signature_delta\",\"signature\":\"EqQBCkYIAxgC\"}"));
    events.add(new SseEvent("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"));
  }

  private static SseEvent event(String type, String fields) {
    return new SseEvent(type, "{\"type\":\"%s\",%s}".formatted(type, fields));
  }

  private static SseEvent event(String type, int index, String fields) {
    return event(type, "\"index\":%d,%s".formatted(index, fields));
  }

  private String message(String content, String stopReason, long output) {
    return """
        {"model":"%s","id":"%s","type":"message","role":"assistant","content":%s,\
        "stop_reason":%s,"stop_sequence":null%s}""".formatted(
            generation.responseModel(), generation.id(), content, stopReason, usage(output));
  }

  private String usage(long output) {
    if (!generation.saysUsage()) {
      return "";
    }
    Tokens tokens = generation.tokens();
    return """
        ,"usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,\
        "cache_read_input_tokens":%d,"cache_creation":{"ephemeral_5m_input_tokens":%d,\
        "ephemeral_1h_input_tokens":%d},"output_tokens":%d%s,"service_tier":"%s",\
        "inference_geo":"not_available"}""".formatted(
            tokens.uncachedInput(),
            tokens.cacheWrite(),
            tokens.cacheRead(),
            tokens.cacheWrite5m(),
            tokens.cacheWrite1h(),
            output,
            output == tokens.output() ? thinkingDetails() : "",
            generation.billedTier());
  }

  private String endUsage() {
    if (!generation.saysUsage()) {
      return "";
    }
    Tokens tokens = generation.tokens();
    return """
        ,"usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,\
        "cache_read_input_tokens":%d,"output_tokens":%d%s}""".formatted(
            tokens.uncachedInput(),
            tokens.cacheWrite(),
            tokens.cacheRead(),
            tokens.output(),
            thinkingDetails());
  }

  private String thinkingDetails() {
    return thinks()
        ? ",\"output_tokens_details\":{\"thinking_tokens\":%d}"
            .formatted(generation.tokens().reasoning())
        : "";
  }
}
