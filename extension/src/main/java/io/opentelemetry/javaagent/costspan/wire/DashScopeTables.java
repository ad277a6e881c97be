package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE_1H;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGES;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.VIDEO_INPUT;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ERROR_CODE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;

/**
 * What DashScope's protocols share: an envelope of {@code output}, {@code usage} and {@code
 * request_id}. It names no model.
 */
final class DashScopeTables {

  /** Read and written tokens are inside the input, as the parts of every kind are. */
  private static final JsonShape<Reply> CACHED = JsonShape.<Reply>object()
      .integer("cached_tokens", into(CACHE_READ))
      .integer("cache_creation_input_tokens", into(CACHE_WRITE))
      .child(
          "cache_creation",
          JsonShape.<Reply>object().integer("ephemeral_1h_input_tokens", into(CACHE_WRITE_1H)));

  private DashScopeTables() {}

  static JsonShape<Reply> envelope(JsonShape<Reply> usage) {
    return JsonShape.<Reply>object()
        .identifier("request_id", into(ID))
        .text("code", DashScopeTables::fails)
        .child("usage", usage);
  }

  /** Of models that answer, in the words of OpenAI's Responses but for the cache. */
  static JsonShape<Reply> usage() {
    return OpenAiTables.usage("input", "output")
        .integer("image_tokens", into(IMAGE_INPUT))
        .integer("audio_tokens", into(AUDIO_INPUT))
        .integer("video_tokens", into(VIDEO_INPUT))
        .integer("image_count", into(IMAGES))
        .child("prompt_tokens_details", CACHED);
  }

  /** An error has a code and no output; what went well may have an empty one. */
  private static void fails(Reply reply, String code) {
    if (!code.isEmpty()) {
      reply.errorBegins();
      into(ERROR_CODE).accept(reply, code);
    }
  }
}
