package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_INPUT_MILLIS;
import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.REASONING;
import static io.opentelemetry.javaagent.costspan.usage.Count.TOTAL;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.OTHER_CACHE_READ;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/** What OpenAI's protocols share. Their parts are inside the totals, as ours are. */
final class OpenAiTables {

  private OpenAiTables() {}

  /**
   * The usage object. Chat completions and embeddings say prompt and completion, Responses says
   * input and output, for the same things.
   */
  static JsonShape<Reply> usage(String input, String output) {
    return addTo(JsonShape.<Reply>object(), input, output)
        .begin(Reply::usageBegins)
        .end(Reply::usageEnds);
  }

  /**
   * The usage of transcriptions and of Realtime, where the details have a name in the singular and
   * Whisper counts seconds.
   */
  static JsonShape<Reply> usageOfAudio() {
    return usage("input", "output")
        .child("input_token_details", inputDetails())
        .child("output_token_details", outputDetails())
        .decimal("seconds", Seconds.intoMillis(AUDIO_INPUT_MILLIS));
  }

  /** Adds the fields to a table that knows where a usage begins and ends. */
  static JsonShape<Reply> addTo(JsonShape<Reply> usage, String input, String output) {
    return Charges.addTo(usage)
        .integer(input + "_tokens", into(INPUT))
        .integer(output + "_tokens", into(OUTPUT))
        .integer("total_tokens", into(TOTAL))
        .integer("prompt_cache_hit_tokens", into(OTHER_CACHE_READ))
        .integer("num_cached_tokens", into(OTHER_CACHE_READ))
        .decimal("prompt_audio_seconds", Seconds.intoMillis(AUDIO_INPUT_MILLIS)) // Mistral
        .child(input + "_tokens_details", inputDetails())
        .child(output + "_tokens_details", outputDetails());
  }

  /** Text is not read: it is what the other parts leave over. */
  static JsonShape<Reply> inputDetails() {
    return JsonShape.<Reply>object()
        .integer("cached_tokens", into(CACHE_READ))
        .integer("cache_write_tokens", into(CACHE_WRITE))
        .integer("audio_tokens", into(AUDIO_INPUT))
        .integer("image_tokens", into(IMAGE_INPUT))
        .child(
            "cached_tokens_details",
            JsonShape.<Reply>object()
                .integer("audio_tokens", into(AUDIO_CACHE_READ))
                .integer("image_tokens", into(IMAGE_CACHE_READ)));
  }

  static JsonShape<Reply> outputDetails() {
    return JsonShape.<Reply>object()
        .integer("reasoning_tokens", into(REASONING))
        .integer("audio_tokens", into(AUDIO_OUTPUT))
        .integer("image_tokens", into(IMAGE_OUTPUT));
  }

  /**
   * DeepSeek ({@code prompt_cache_hit_tokens}) and older Mistral bodies ({@code num_cached_tokens})
   * have names of their own for the cached tokens, which DeepSeek sends beside the usual one.
   */
  static void useOtherCacheRead(Reply reply, Usage.Builder counts) {
    if (!counts.has(CACHE_READ) && reply.has(OTHER_CACHE_READ)) {
      counts.set(CACHE_READ, reply.orZero(OTHER_CACHE_READ));
    }
  }

  /**
   * Adds output that only the total tells of. Gemini behind its OpenAI-compatible endpoint leaves
   * reasoning out of the completion tokens; xAI itemises it, but beside them.
   */
  static void addUnreportedOutput(Usage.Builder counts) {
    if (!counts.has(INPUT) || !counts.has(OUTPUT)) {
      return;
    }
    long unreported = counts.orZero(TOTAL) - counts.orZero(INPUT) - counts.orZero(OUTPUT);
    if (unreported > 0) {
      counts.set(OUTPUT, counts.orZero(OUTPUT) + unreported);
      if (counts.orZero(REASONING) != unreported) {
        counts.set(REASONING, counts.orZero(REASONING) + unreported);
      }
    }
  }
}
