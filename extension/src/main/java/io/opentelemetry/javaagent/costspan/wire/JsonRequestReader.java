package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.CHOICE_COUNT;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.ENCODING_FORMATS;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.FREQUENCY_PENALTY;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.MAX_TOKENS;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.PRESENCE_PENALTY;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.SEED;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TEMPERATURE;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TOP_K;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TOP_P;
import static io.opentelemetry.javaagent.costspan.wire.RequestDraft.count;
import static io.opentelemetry.javaagent.costspan.wire.RequestDraft.integer;
import static io.opentelemetry.javaagent.costspan.wire.RequestDraft.number;
import static io.opentelemetry.javaagent.costspan.wire.RequestDraft.oneOf;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;

/**
 * Reads a request. One table serves OpenAI and Anthropic: no name stands in both for two things,
 * and gateways translate between them more loosely than either documents.
 */
final class JsonRequestReader implements RequestReader {

  private static final JsonShape<RequestDraft> REQUEST = JsonShape.<RequestDraft>object()
      .text("model", (draft, model) -> draft.facts().model(model))
      .text("service_tier", (draft, tier) -> draft.facts().serviceTier(tier))
      .flag("stream", (draft, on) -> draft.facts().streaming(on))
      .integer("max_tokens", count(MAX_TOKENS))
      .integer("max_completion_tokens", count(MAX_TOKENS))
      .integer("max_output_tokens", count(MAX_TOKENS))
      .integer("n", count(CHOICE_COUNT))
      .integer("seed", integer(SEED))
      .number("temperature", number(TEMPERATURE))
      .number("top_p", number(TOP_P))
      .number("top_k", number(TOP_K))
      .number("frequency_penalty", number(FREQUENCY_PENALTY))
      .number("presence_penalty", number(PRESENCE_PENALTY))
      .text("encoding_format", oneOf(ENCODING_FORMATS))
      .startOfText("stop", RequestDraft::onlyStopSequence)
      .child("stop", stopSequences())
      .child("stop_sequences", stopSequences())
      .identifier("conversation", (draft, id) -> draft.facts().conversationId(id))
      .child(
          "conversation",
          JsonShape.<RequestDraft>object()
              .identifier("id", (draft, id) -> draft.facts().conversationId(id)));

  private final RequestDraft draft = new RequestDraft();
  private final JsonPushReader<RequestDraft> json = new JsonPushReader<>(REQUEST, draft);

  private static JsonShape<RequestDraft> stopSequences() {
    return JsonShape.<RequestDraft>startsOfTexts(RequestDraft::addStopSequence)
        .begin(RequestDraft::forgetStopSequences);
  }

  @Override
  public void feed(byte[] bytes, int offset, int length) {
    if (json.isClosed()) {
      return;
    }
    json.feed(bytes, offset, offset + length);
    if (json.isClosed()) {
      json.close();
    }
  }

  @Override
  public RequestFacts facts() {
    return draft.build();
  }
}
