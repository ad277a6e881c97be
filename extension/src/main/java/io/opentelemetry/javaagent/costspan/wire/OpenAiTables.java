package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.REASONING;
import static io.opentelemetry.javaagent.costspan.usage.Count.TOTAL;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/** What OpenAI's protocols share. Their parts are inside the totals, as ours are. */
final class OpenAiTables {

  private OpenAiTables() {}

  /**
   * The usage object. Chat completions and embeddings say prompt and completion, Responses says
   * input and output, for the same things.
   */
  static JsonShape<Reply> usage(String input, String output) {
    return JsonShape.<Reply>object()
        .begin(Reply::usageBegins)
        .end(Reply::usageEnds)
        .integer(input + "_tokens", into(INPUT))
        .integer(output + "_tokens", into(OUTPUT))
        .integer("total_tokens", into(TOTAL))
        .child(
            input + "_tokens_details",
            JsonShape.<Reply>object()
                .integer("cached_tokens", into(CACHE_READ))
                .integer("cache_write_tokens", into(CACHE_WRITE))
                .integer("audio_tokens", into(AUDIO_INPUT)))
        .child(
            output + "_tokens_details",
            JsonShape.<Reply>object()
                .integer("reasoning_tokens", into(REASONING))
                .integer("audio_tokens", into(AUDIO_OUTPUT)));
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
