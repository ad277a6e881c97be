package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE_1H;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.ELEMENT_TOKENS;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.METERED_CACHE_READ;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.METERED_CACHE_WRITE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.METERED_INPUT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.METERED_OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.UNCACHED_INPUT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ELEMENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SPEED;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;

/** What Bedrock's protocols say of usage in names of its own. */
final class BedrockTables {

  private BedrockTables() {}

  /** Latency that is optimised has prices of its own, as another speed. */
  static void latency(Reply reply, String latency) {
    if (!latency.equals("standard")) {
      into(SPEED).accept(reply, latency);
    }
  }

  /**
   * The usage of Converse and of the Nova models. Some bodies repeat the cached counts as {@code
   * cacheReadInputTokenCount} and Nova knows only these names: the same counts, not more of them.
   */
  static JsonShape<Reply> addTo(JsonShape<Reply> usage) {
    return usage
        .integer("inputTokens", into(UNCACHED_INPUT))
        .integer("outputTokens", into(OUTPUT))
        .integer("cacheReadInputTokens", into(CACHE_READ))
        .integer("cacheReadInputTokenCount", into(CACHE_READ))
        .integer("cacheWriteInputTokens", into(CACHE_WRITE))
        .integer("cacheWriteInputTokenCount", into(CACHE_WRITE))
        .child("cacheDetails", cacheDetails());
  }

  /** How long what was written is kept, entry by entry. */
  private static JsonShape<Reply> cacheDetails() {
    return JsonShape.arrayOf(JsonShape.<Reply>object()
            .begin(BedrockTables::entryBegins)
            .text("ttl", into(ELEMENT_TYPE))
            .integer("inputTokens", into(ELEMENT_TOKENS))
            .end(BedrockTables::entryEnds))
        .begin(reply -> reply.forget(CACHE_WRITE_1H));
  }

  private static void entryBegins(Reply reply) {
    reply.forget(ELEMENT_TYPE);
    reply.forget(ELEMENT_TOKENS);
  }

  private static void entryEnds(Reply reply) {
    if (reply.is(ELEMENT_TYPE, "1h")) {
      reply.countMore(CACHE_WRITE_1H, reply.orZero(ELEMENT_TOKENS));
    }
  }

  /** What Bedrock measured itself, in the last chunk of any family's stream. */
  static JsonShape<Reply> invocationMetrics() {
    return JsonShape.<Reply>object()
        .end(Reply::usageEnds)
        .integer("inputTokenCount", into(METERED_INPUT))
        .integer("outputTokenCount", into(METERED_OUTPUT))
        .integer("cacheReadInputTokenCount", into(METERED_CACHE_READ))
        .integer("cacheWriteInputTokenCount", into(METERED_CACHE_WRITE));
  }

  /** Uses what Bedrock measured where the model said nothing. */
  static void useMetered(Reply reply, Usage.Builder counts) {
    if (counts.has(INPUT) || !reply.has(METERED_INPUT)) {
      return;
    }
    set(counts, CACHE_READ, reply, METERED_CACHE_READ);
    set(counts, CACHE_WRITE, reply, METERED_CACHE_WRITE);
    set(counts, OUTPUT, reply, METERED_OUTPUT);
    long cached = counts.orZero(CACHE_READ) + counts.orZero(CACHE_WRITE);
    counts.set(INPUT, reply.orZero(METERED_INPUT) + cached);
  }

  private static void set(Usage.Builder counts, Count count, Reply reply, ReplyNumber number) {
    if (reply.has(number)) {
      counts.set(count, reply.orZero(number));
    }
  }
}
