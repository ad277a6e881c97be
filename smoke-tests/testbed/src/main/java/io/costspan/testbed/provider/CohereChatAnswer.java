package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** Cohere chat: what is billed is less than what is counted, and both are fractions. */
final class CohereChatAnswer implements Answer {
  private static final long TEMPLATE_TOKENS = 66;

  private final Generation generation;

  CohereChatAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return """
        {"id":"%s","message":{"role":"assistant","content":[{"type":"text","text":%s}]},\
        "finish_reason":"COMPLETE"%s}""".formatted(generation.id(), Answer.quoted(generation.text()), usage());
  }

  @Override
  public Stream stream() {
    List<SseEvent> opening = List.of(
        event(
            "message-start",
            "\"id\":\"%s\",\"delta\":{\"message\":{\"role\":\"assistant\"}}"
                .formatted(generation.id())),
        event(
            "content-start",
            "\"index\":0,\"delta\":{\"message\":{\"content\":{\"type\":\"text\",\"text\":\"\"}}}"));
    List<SseEvent> text = new ArrayList<>();
    for (String piece : generation.pieces()) {
      text.add(event(
          "content-delta",
          "\"index\":0,\"delta\":{\"message\":{\"content\":{\"text\":%s}}}"
              .formatted(Answer.quoted(piece))));
    }
    List<SseEvent> ending = List.of(
        event("content-end", "\"index\":0"),
        event("message-end", "\"delta\":{\"finish_reason\":\"COMPLETE\"%s}".formatted(usage())),
        SseEvent.unnamed("[DONE]"));
    return new Stream(opening, text, ending);
  }

  private static SseEvent event(String type, String fields) {
    return new SseEvent(type, "{\"type\":\"%s\",%s}".formatted(type, fields));
  }

  private String usage() {
    if (!generation.saysUsage()) {
      return "";
    }
    Tokens tokens = generation.tokens();
    return """
        ,"usage":{"billed_units":{"input_tokens":%d.0,"output_tokens":%d.0},\
        "tokens":{"input_tokens":%d.0,"output_tokens":%d.0}}""".formatted(
            tokens.input(), tokens.output(), tokens.input() + TEMPLATE_TOKENS, tokens.output());
  }
}
