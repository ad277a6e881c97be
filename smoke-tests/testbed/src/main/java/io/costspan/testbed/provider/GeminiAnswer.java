package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/**
 * Gemini's generateContent: cached tokens are counted inside the prompt, thoughts beside the
 * candidates. Each part of a stream is a whole response, and the last says why it ended.
 */
final class GeminiAnswer implements Answer {
  private final Generation generation;

  GeminiAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return response(generation.text(), "\"finishReason\":\"STOP\",", usage());
  }

  @Override
  public Stream stream() {
    List<SseEvent> text = new ArrayList<>();
    for (String piece : generation.pieces()) {
      text.add(SseEvent.unnamed(response(piece, "", usageSoFar())));
    }
    // The SDK shows a part when it has read the next one.
    SseEvent first = SseEvent.unnamed(response("", "", usageSoFar()));
    SseEvent last = SseEvent.unnamed(response("", "\"finishReason\":\"STOP\",", usage()));
    return new Stream(List.of(first), text, List.of(last));
  }

  private String response(String text, String finishReason, String usage) {
    String counts = generation.saysUsage() ? "\"usageMetadata\":" + usage + "," : "";
    return """
        {"candidates":[{"content":{"parts":[{"text":%s}],"role":"model"},%s"index":0}],%s\
        "modelVersion":"%s","responseId":"%s"}""".formatted(
            Answer.quoted(text), finishReason, counts, generation.responseModel(), generation.id());
  }

  /** Before the end, the real one counts what it has said as well, or nothing but the prompt. */
  private String usageSoFar() {
    Tokens tokens = generation.tokens();
    return "{\"promptTokenCount\":%d%s}".formatted(tokens.input(), cached(tokens));
  }

  private String usage() {
    Tokens tokens = generation.tokens();
    String thoughts = tokens.reasoning() > 0 ? ",\"thoughtsTokenCount\":" + tokens.reasoning() : "";
    return """
        {"promptTokenCount":%d,"candidatesTokenCount":%d,"totalTokenCount":%d,\
        "promptTokensDetails":[{"modality":"TEXT","tokenCount":%d}]%s%s}""".formatted(
            tokens.input(),
            tokens.output() - tokens.reasoning(),
            tokens.input() + tokens.output(),
            tokens.input(),
            cached(tokens),
            thoughts);
  }

  private static String cached(Tokens tokens) {
    return tokens.cacheRead() > 0 ? ",\"cachedContentTokenCount\":" + tokens.cacheRead() : "";
  }
}
