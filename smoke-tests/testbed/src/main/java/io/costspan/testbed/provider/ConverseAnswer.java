package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** Bedrock Converse: cached tokens are counted beside the input, and a stream ends with its usage. */
final class ConverseAnswer implements Answer {
  private final Generation generation;

  ConverseAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return """
        {"metrics":{"latencyMs":12},"output":{"message":{"content":[{"text":%s}],\
        "role":"assistant"}},"stopReason":"end_turn"%s}""".formatted(Answer.quoted(generation.text()), usage());
  }

  @Override
  public Stream stream() {
    List<EventFrame> opening =
        List.of(EventFrame.event("messageStart", "{\"p\":\"abcd\",\"role\":\"assistant\"}"));
    List<EventFrame> text = new ArrayList<>();
    for (String piece : generation.pieces()) {
      String delta = "{\"contentBlockIndex\":0,\"delta\":{\"text\":%s},\"p\":\"abcdef\"}";
      text.add(EventFrame.event("contentBlockDelta", delta.formatted(Answer.quoted(piece))));
    }
    List<EventFrame> ending = List.of(
        EventFrame.event("contentBlockStop", "{\"contentBlockIndex\":0,\"p\":\"ab\"}"),
        EventFrame.event("messageStop", "{\"p\":\"abc\",\"stopReason\":\"end_turn\"}"),
        EventFrame.event(
            "metadata", "{\"metrics\":{\"latencyMs\":12},\"p\":\"a\"%s}".formatted(usage())));
    return new Stream(opening, text, ending);
  }

  private String usage() {
    if (!generation.saysUsage()) {
      return "";
    }
    Tokens tokens = generation.tokens();
    return """
        ,"usage":{"cacheDetails":[{"inputTokens":%d,"ttl":"5m"},{"inputTokens":%d,"ttl":"1h"}],\
        "cacheReadInputTokenCount":%d,"cacheReadInputTokens":%d,"cacheWriteInputTokenCount":%d,\
        "cacheWriteInputTokens":%d,"inputTokens":%d,"outputTokens":%d,"totalTokens":%d}""".formatted(
            tokens.cacheWrite5m(),
            tokens.cacheWrite1h(),
            tokens.cacheRead(),
            tokens.cacheRead(),
            tokens.cacheWrite(),
            tokens.cacheWrite(),
            tokens.uncachedInput(),
            tokens.output(),
            tokens.input() + tokens.output());
  }
}
