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

import java.util.Arrays;

/** What the formats' requests look like, as far as it is worth showing. */
final class RequestTables {

  /**
   * One table serves OpenAI, Anthropic, Mistral and Cohere: no name stands in them for two things,
   * and gateways translate between them more loosely than any of them documents.
   */
  static final JsonShape<RequestDraft> FLAT = flat();

  /** What DALL-E makes unless it is told otherwise; its answers do not say what it made. */
  static final JsonShape<RequestDraft> IMAGES = flat()
      .begin(draft -> draft.facts().imageSize("1024x1024").imageQuality("standard"))
      .text("size", (draft, size) -> draft.facts().imageSize(size))
      .text("quality", (draft, quality) -> draft.facts().imageQuality(quality));

  /** A stream is asked for by another name. */
  static final JsonShape<RequestDraft> SPEECH = flat()
      .text("stream_format", (draft, format) -> draft.facts().streaming(format.equals("sse")))
      .characters("input", (draft, count) -> draft.facts().inputCharacters(count));

  /** A message that asks for a response; the model is the session's. */
  static final JsonShape<RequestDraft> REALTIME = JsonShape.<RequestDraft>object()
      .child(
          "response",
          JsonShape.<RequestDraft>object()
              .integer("max_output_tokens", count(MAX_TOKENS))
              .integer("max_response_output_tokens", count(MAX_TOKENS))
              .number("temperature", number(TEMPERATURE)));

  /** The model, and whether to stream, stand in the path. */
  static final JsonShape<RequestDraft> GEMINI = JsonShape.<RequestDraft>object()
      .child(
          "generationConfig",
          JsonShape.<RequestDraft>object()
              .integer("maxOutputTokens", count(MAX_TOKENS))
              .integer("candidateCount", count(CHOICE_COUNT))
              .integer("seed", integer(SEED))
              .number("temperature", number(TEMPERATURE))
              .number("topP", number(TOP_P))
              .number("topK", number(TOP_K))
              .number("frequencyPenalty", number(FREQUENCY_PENALTY))
              .number("presencePenalty", number(PRESENCE_PENALTY))
              .child("stopSequences", stopSequences()));

  /** The model stands in the path. */
  static final JsonShape<RequestDraft> IMAGEN = JsonShape.<RequestDraft>object()
      .child(
          "parameters",
          JsonShape.<RequestDraft>object()
              .integer("sampleCount", count(CHOICE_COUNT))
              .integer("seed", integer(SEED)));

  /** The model, and whether to stream, stand in the path. */
  static final JsonShape<RequestDraft> CONVERSE = JsonShape.<RequestDraft>object()
      .child(
          "serviceTier",
          JsonShape.<RequestDraft>object()
              .text("type", (draft, tier) -> draft.facts().serviceTier(tier)))
      .child(
          "inferenceConfig",
          JsonShape.<RequestDraft>object()
              .integer("maxTokens", count(MAX_TOKENS))
              .number("temperature", number(TEMPERATURE))
              .number("topP", number(TOP_P))
              .child("stopSequences", stopSequences()));

  /** The families' own names for the same things; the model stands in the path. */
  static final JsonShape<RequestDraft> INVOKE = flat()
      .integer("max_gen_len", count(MAX_TOKENS))
      .child(
          "textGenerationConfig",
          JsonShape.<RequestDraft>object()
              .integer("maxTokenCount", count(MAX_TOKENS))
              .number("temperature", number(TEMPERATURE))
              .number("topP", number(TOP_P)))
      .child(
          "inferenceConfig",
          JsonShape.<RequestDraft>object()
              .integer("maxTokens", count(MAX_TOKENS))
              .integer("max_new_tokens", count(MAX_TOKENS))
              .number("temperature", number(TEMPERATURE))
              .number("topP", number(TOP_P)));

  /** Ollama streams unless it is told not to. */
  /** Chat and generation stream unless they are told not to; embeddings never do. */
  static final JsonShape<RequestDraft> OLLAMA = modelAndStream()
      .begin(draft -> draft.facts().streaming(true))
      .child(
          "options",
          JsonShape.<RequestDraft>object()
              .integer("num_predict", count(MAX_TOKENS))
              .integer("seed", integer(SEED))
              .number("temperature", number(TEMPERATURE))
              .number("top_p", number(TOP_P))
              .number("top_k", number(TOP_K))
              .number("frequency_penalty", number(FREQUENCY_PENALTY))
              .number("presence_penalty", number(PRESENCE_PENALTY))
              .child("stop", stopSequences()));

  static final JsonShape<RequestDraft> OLLAMA_EMBEDDINGS = JsonShape.<RequestDraft>object()
      .text("model", (draft, model) -> draft.facts().model(model));

  /** What asks for a stream is a header. */
  static final JsonShape<RequestDraft> DASHSCOPE = JsonShape.<RequestDraft>object()
      .text("model", (draft, model) -> draft.facts().model(model))
      .child(
          "parameters",
          JsonShape.<RequestDraft>object()
              .integer("max_tokens", count(MAX_TOKENS))
              .integer("n", count(CHOICE_COUNT))
              .integer("seed", integer(SEED))
              .number("temperature", number(TEMPERATURE))
              .number("top_p", number(TOP_P))
              .number("top_k", number(TOP_K))
              .number("presence_penalty", number(PRESENCE_PENALTY))
              .startOfText("stop", RequestDraft::onlyStopSequence)
              .child("stop", stopSequences()));

  private RequestTables() {}

  /**
   * Reads a field that says for whom the call is: {@code user}, {@code metadata.team}, {@code
   * requestMetadata.team}. To be called before the first request is read.
   */
  static void alsoRead(String field) {
    for (JsonShape<RequestDraft> table : Arrays.asList(FLAT, IMAGES, SPEECH, INVOKE, CONVERSE)) {
      alsoRead(table, field, field);
    }
  }

  private static void alsoRead(JsonShape<RequestDraft> table, String path, String field) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      table.text(path, (draft, value) -> draft.facts().field(field, value));
    } else {
      alsoRead(table.childNamed(path.substring(0, dot)), path.substring(dot + 1), field);
    }
  }

  private static JsonShape<RequestDraft> flat() {
    return modelAndStream()
        .present("stream_options", draft -> draft.facts().streamOptions(true))
        .child(
            "stream_options",
            JsonShape.<RequestDraft>object()
                .flag("include_usage", (draft, on) -> draft.facts().asksUsage(on)))
        .text("reasoning_effort", (draft, effort) -> draft.facts().reasoningEffort(effort))
        .text("service_tier", (draft, tier) -> draft.facts().serviceTier(tier))
        .integer("max_tokens", count(MAX_TOKENS))
        .integer("max_completion_tokens", count(MAX_TOKENS))
        .integer("max_output_tokens", count(MAX_TOKENS))
        .integer("n", count(CHOICE_COUNT))
        .integer("seed", integer(SEED))
        .number("temperature", number(TEMPERATURE))
        .number("top_p", number(TOP_P))
        .number("p", number(TOP_P))
        .number("top_k", number(TOP_K))
        .number("k", number(TOP_K))
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
  }

  private static JsonShape<RequestDraft> modelAndStream() {
    return JsonShape.<RequestDraft>object()
        .text("model", (draft, model) -> draft.facts().model(model))
        .flag("stream", (draft, on) -> draft.facts().streaming(on));
  }

  private static JsonShape<RequestDraft> stopSequences() {
    return JsonShape.<RequestDraft>startsOfTexts(RequestDraft::addStopSequence)
        .begin(RequestDraft::forgetStopSequences);
  }
}
