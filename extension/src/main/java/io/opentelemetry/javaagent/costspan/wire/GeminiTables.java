package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGE_OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.REASONING;
import static io.opentelemetry.javaagent.costspan.usage.Count.TOTAL;
import static io.opentelemetry.javaagent.costspan.usage.Count.VIDEO_INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.VIDEO_OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.ELEMENT_TOKENS;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.TOOL_USE_INPUT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.VIDEO_CACHE_READ;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ELEMENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SERVICE_TIER;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The usage of Gemini's {@code generateContent}. A modality's entries need not add up to the total,
 * and may lack their count: the totals are right, the entries only split them.
 */
final class GeminiTables {

  /** Google's values begin with it where the call was paid as it went. */
  private static final String ON_DEMAND = "on_demand";

  private GeminiTables() {}

  static JsonShape<Reply> usage() {
    return JsonShape.<Reply>object()
        .begin(Reply::usageBegins)
        .end(Reply::usageEnds)
        .integer("promptTokenCount", into(INPUT))
        .integer("toolUsePromptTokenCount", into(TOOL_USE_INPUT))
        .integer("cachedContentTokenCount", into(CACHE_READ))
        .integer("candidatesTokenCount", into(OUTPUT))
        .integer("thoughtsTokenCount", into(REASONING))
        .integer("totalTokenCount", into(TOTAL))
        .child("promptTokensDetails", modalities(GeminiTables::inputPart))
        .child("toolUsePromptTokensDetails", modalities(GeminiTables::inputPart))
        .child("cacheTokensDetails", modalities(GeminiTables::cachedPart))
        .child("candidatesTokensDetails", modalities(GeminiTables::outputPart))
        .text("serviceTier", GeminiTables::tier)
        .text("trafficType", GeminiTables::tier);
  }

  /** {@code ON_DEMAND_FLEX} of Vertex and {@code flex} of the Gemini API are the same tier. */
  static void tier(Reply reply, String value) {
    String tier = value.toLowerCase(Locale.ROOT);
    if (tier.equals(ON_DEMAND)) {
      tier = "standard";
    } else if (tier.startsWith(ON_DEMAND + "_")) {
      tier = tier.substring(ON_DEMAND.length() + 1);
    }
    if (!tier.endsWith("unspecified")) {
      into(SERVICE_TIER).accept(reply, tier);
    }
  }

  /** Thoughts stand beside the candidates, and what tools looked up beside the prompt. */
  static void includeParts(Reply reply, Usage.Builder counts) {
    if (counts.has(INPUT)) {
      counts.set(INPUT, counts.orZero(INPUT) + reply.orZero(TOOL_USE_INPUT));
    }
    if (counts.has(OUTPUT) || counts.has(REASONING)) {
      counts.set(OUTPUT, counts.orZero(OUTPUT) + counts.orZero(REASONING));
    } else if (counts.has(INPUT) && counts.orZero(TOTAL) >= counts.orZero(INPUT)) {
      counts.set(OUTPUT, counts.orZero(TOTAL) - counts.orZero(INPUT));
    }
    OpenAiTables.addUnreportedOutput(counts);
    excludeCachedVideo(reply, counts);
    Parts.limit(counts, INPUT, AUDIO_INPUT, IMAGE_INPUT, VIDEO_INPUT);
    Parts.limit(counts, AUDIO_INPUT, AUDIO_CACHE_READ);
    Parts.limit(counts, IMAGE_INPUT, IMAGE_CACHE_READ);
    Parts.limit(counts, CACHE_READ, AUDIO_CACHE_READ, IMAGE_CACHE_READ);
    Parts.limit(counts, OUTPUT, REASONING, AUDIO_OUTPUT, IMAGE_OUTPUT, VIDEO_OUTPUT);
  }

  /** Cached video has no price of its own: it is cached input like any other. */
  private static void excludeCachedVideo(Reply reply, Usage.Builder counts) {
    if (counts.has(VIDEO_INPUT)) {
      long uncached = counts.orZero(VIDEO_INPUT) - reply.orZero(VIDEO_CACHE_READ);
      counts.set(VIDEO_INPUT, Math.max(0, uncached));
    }
  }

  private static JsonShape<Reply> modalities(Consumer<Reply> part) {
    return JsonShape.arrayOf(JsonShape.<Reply>object()
        .begin(GeminiTables::entryBegins)
        .text("modality", into(ELEMENT_TYPE))
        .integer("tokenCount", into(ELEMENT_TOKENS))
        .end(part));
  }

  private static void entryBegins(Reply reply) {
    reply.forget(ELEMENT_TYPE);
    reply.forget(ELEMENT_TOKENS);
  }

  /** Documents are billed as text, which is what the other parts leave over. */
  private static void inputPart(Reply reply) {
    part(reply, "AUDIO", AUDIO_INPUT);
    part(reply, "IMAGE", IMAGE_INPUT);
    part(reply, "VIDEO", VIDEO_INPUT);
  }

  private static void cachedPart(Reply reply) {
    part(reply, "AUDIO", AUDIO_CACHE_READ);
    part(reply, "IMAGE", IMAGE_CACHE_READ);
    if (reply.is(ELEMENT_TYPE, "VIDEO")) {
      reply.countMore(VIDEO_CACHE_READ, reply.orZero(ELEMENT_TOKENS));
    }
  }

  private static void outputPart(Reply reply) {
    part(reply, "AUDIO", AUDIO_OUTPUT);
    part(reply, "IMAGE", IMAGE_OUTPUT);
    part(reply, "VIDEO", VIDEO_OUTPUT);
  }

  private static void part(Reply reply, String modality, Count count) {
    if (reply.is(ELEMENT_TYPE, modality)) {
      reply.countMore(count, reply.orZero(ELEMENT_TOKENS));
    }
  }
}
