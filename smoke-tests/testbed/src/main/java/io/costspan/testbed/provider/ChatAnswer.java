package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** OpenAI chat completions: cached tokens are counted inside the prompt, reasoning inside the completion. */
final class ChatAnswer implements Answer {
  private static final String TOOL = """
      {"id":"call_0001","type":"function","function":{"name":"look_up","arguments":%s}}""";

  private final Generation generation;

  ChatAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    String usage = generation.saysUsage() ? "\"usage\": %s,\n  ".formatted(usage()) : "";
    return """
        {
          "id": "%s",
          "object": "chat.completion",
          "created": %d,
          "model": "%s",
          "choices": [
            {
              "index": 0,
              "message": {
                "role": "assistant",
                %s,
                "refusal": null,
                "annotations": []
              },
              "logprobs": null,
              "finish_reason": "%s"
            }
          ],
          %s"service_tier": "%s",
          "system_fingerprint": "fp_658b958c37"
        }
        """.formatted(
            generation.id(),
            Generation.CREATED,
            generation.responseModel(),
            said(),
            finishReason(),
            usage,
            generation.tier());
  }

  private String said() {
    String text = Answer.quoted(generation.text());
    return generation.callsTool()
        ? "\"content\":null,\"tool_calls\":[%s]".formatted(TOOL.formatted(text))
        : "\"content\": " + text;
  }

  private String finishReason() {
    return generation.callsTool() ? "tool_calls" : "stop";
  }

  @Override
  public Stream stream() {
    List<SseEvent> opening =
        List.of(chunk("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null"));
    List<SseEvent> text = new ArrayList<>();
    for (String piece : generation.pieces()) {
      text.add(chunk(delta(piece), "null"));
    }
    List<SseEvent> ending = new ArrayList<>();
    ending.add(chunk("{}", Answer.quoted(finishReason())));
    if (generation.request().includeUsage() && generation.saysUsage()) {
      ending.add(event("[]", ",\"usage\":" + usage()));
    }
    ending.add(SseEvent.unnamed("[DONE]"));
    return new Stream(opening, text, ending);
  }

  private String delta(String piece) {
    String quoted = Answer.quoted(piece);
    return generation.callsTool()
        ? "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":%s}}]}".formatted(quoted)
        : "{\"content\":%s}".formatted(quoted);
  }

  private SseEvent chunk(String delta, String finishReason) {
    String choice = "[{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":%s}]";
    // Null in every chunk but the last, and only when the request asked for usage.
    String usage = generation.request().includeUsage() ? ",\"usage\":null" : "";
    return event(choice.formatted(delta, finishReason), usage);
  }

  private SseEvent event(String choices, String usage) {
    return SseEvent.unnamed("""
        {"id":"%s","object":"chat.completion.chunk","created":%d,"model":"%s",\
        "service_tier":"%s","system_fingerprint":"fp_658b958c37","choices":%s%s,\
        "obfuscation":"9fVb1aT"}""".formatted(
            generation.id(),
            Generation.CREATED,
            generation.responseModel(),
            generation.tier(),
            choices,
            usage));
  }

  private String usage() {
    Tokens tokens = generation.tokens();
    return """
        {"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,\
        "prompt_tokens_details":{"cached_tokens":%d,"audio_tokens":0},\
        "completion_tokens_details":{"reasoning_tokens":%d,"audio_tokens":0,\
        "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}""".formatted(
            tokens.input(),
            tokens.output(),
            tokens.input() + tokens.output(),
            tokens.cacheRead(),
            tokens.reasoning());
  }
}
