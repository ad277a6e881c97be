package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** DashScope: every event of a stream has the whole text so far and a usage so far. */
final class DashScopeAnswer implements Answer {
  private final Generation generation;

  DashScopeAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return document(generation.text(), "stop", generation.tokens().output());
  }

  @Override
  public Stream stream() {
    List<SseEvent> text = new ArrayList<>();
    StringBuilder soFar = new StringBuilder();
    for (String piece : generation.pieces()) {
      soFar.append(piece);
      text.add(event(document(soFar.toString(), "null", text.size() + 1)));
    }
    return new Stream(List.of(), text, List.of(event(json())));
  }

  private static SseEvent event(String document) {
    return new SseEvent("result", document);
  }

  private String document(String text, String finishReason, long output) {
    return """
        {"output":{"choices":[{"finish_reason":"%s","message":{"role":"assistant",\
        "content":%s}}]}%s,"request_id":"%s"}""".formatted(finishReason, Answer.quoted(text), usage(output), generation.id());
  }

  private String usage(long output) {
    if (!generation.saysUsage()) {
      return "";
    }
    Tokens tokens = generation.tokens();
    return """
        ,"usage":{"total_tokens":%d,"input_tokens":%d,"output_tokens":%d,\
        "output_tokens_details":{"reasoning_tokens":%d},\
        "prompt_tokens_details":{"cached_tokens":%d}}""".formatted(
            tokens.input() + output,
            tokens.input(),
            output,
            Math.min(output, tokens.reasoning()),
            tokens.cacheRead());
  }
}
