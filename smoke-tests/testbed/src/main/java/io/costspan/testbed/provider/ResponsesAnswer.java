package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** OpenAI Responses: usage comes unasked, with the last event. */
final class ResponsesAnswer implements Answer {
  private static final String ITEM =
      "\"item_id\":\"msg_0001\",\"output_index\":0,\"content_index\":0";

  private final Generation generation;
  private int sequence;

  ResponsesAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return response(
        "completed", "[%s]".formatted(item()), generation.saysUsage() ? usage() : "null");
  }

  @Override
  public Stream stream() {
    List<SseEvent> opening = new ArrayList<>();
    String empty = response("in_progress", "[]", "null");
    opening.add(event("response.created", "\"response\":" + empty));
    opening.add(event("response.in_progress", "\"response\":" + empty));
    opening.add(event("response.output_item.added", """
            "output_index":0,"item":{"id":"msg_0001","type":"message","status":"in_progress",\
            "content":[],"role":"assistant"}"""));
    opening.add(event("response.content_part.added", ITEM + ",\"part\":" + part("")));

    List<SseEvent> text = new ArrayList<>();
    for (String piece : generation.pieces()) {
      String delta = "%s,\"delta\":%s,\"logprobs\":[]".formatted(ITEM, Answer.quoted(piece));
      text.add(event("response.output_text.delta", delta));
    }

    List<SseEvent> ending = new ArrayList<>();
    String whole = Answer.quoted(generation.text());
    ending.add(
        event("response.output_text.done", ITEM + ",\"text\":" + whole + ",\"logprobs\":[]"));
    ending.add(event("response.content_part.done", ITEM + ",\"part\":" + part(generation.text())));
    ending.add(event("response.output_item.done", "\"output_index\":0,\"item\":" + item()));
    ending.add(event("response.completed", "\"response\":" + json()));
    return new Stream(opening, text, ending);
  }

  private SseEvent event(String type, String fields) {
    String data = "{\"type\":\"%s\",\"sequence_number\":%d,%s}".formatted(type, sequence++, fields);
    return new SseEvent(type, data);
  }

  private String item() {
    return """
        {"id":"msg_0001","type":"message","status":"completed","content":[%s],"role":"assistant"}""".formatted(part(generation.text()));
  }

  private static String part(String text) {
    return "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":%s}"
        .formatted(Answer.quoted(text));
  }

  private String response(String status, String output, String usage) {
    return """
        {"id":"%s","object":"response","created_at":%d,"status":"%s","background":false,\
        "error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":%d,\
        "max_tool_calls":null,"model":"%s","output":%s,"parallel_tool_calls":true,\
        "previous_response_id":null,"prompt_cache_key":null,\
        "reasoning":{"effort":null,"summary":null},"safety_identifier":null,\
        "service_tier":"%s","store":true,"temperature":1.0,\
        "text":{"format":{"type":"text"},"verbosity":"medium"},"tool_choice":"auto","tools":[],\
        "top_logprobs":0,"top_p":1.0,"truncation":"disabled","usage":%s,"user":null,\
        "metadata":{}}""".formatted(
            generation.id(),
            Generation.CREATED,
            status,
            generation.request().callNumber(),
            generation.responseModel(),
            output,
            generation.tier(),
            usage);
  }

  private String usage() {
    Tokens tokens = generation.tokens();
    return """
        {"input_tokens":%d,"input_tokens_details":{"cached_tokens":%d},"output_tokens":%d,\
        "output_tokens_details":{"reasoning_tokens":%d},"total_tokens":%d}""".formatted(
            tokens.input(),
            tokens.cacheRead(),
            tokens.output(),
            tokens.reasoning(),
            tokens.input() + tokens.output());
  }
}
