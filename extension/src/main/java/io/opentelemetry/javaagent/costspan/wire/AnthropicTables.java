package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE_1H;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.REASONING;
import static io.opentelemetry.javaagent.costspan.usage.Count.WEB_SEARCHES;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.UNCACHED_INPUT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.INFERENCE_GEO;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SERVICE_TIER;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SPEED;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/** What Anthropic's usage looks like, at Anthropic and where others serve its models. */
final class AnthropicTables {

  /**
   * A run of a model. The top-level counts are the sum over those of type message only; compactions
   * and advice of another model are billed besides. So each entry counts, whatever its type.
   */
  private static final JsonShape<Reply> ITERATION = JsonShape.<Reply>object()
      .begin(reply -> reply.runs().begin())
      .text("model", (reply, model) -> reply.runs().model(model))
      .integer("input_tokens", Runs.into(INPUT))
      .integer("cache_read_input_tokens", Runs.into(CACHE_READ))
      .integer("cache_creation_input_tokens", Runs.into(CACHE_WRITE))
      .child(
          "cache_creation",
          JsonShape.<Reply>object().integer("ephemeral_1h_input_tokens", Runs.into(CACHE_WRITE_1H)))
      .integer("output_tokens", Runs.into(OUTPUT))
      .child(
          "output_tokens_details",
          JsonShape.<Reply>object().integer("thinking_tokens", Runs.into(REASONING)))
      .end(reply -> reply.runs().end(AnthropicTables::includeCached));

  private AnthropicTables() {}

  static JsonShape<Reply> usage() {
    return inputUsage()
        .integer("output_tokens", into(OUTPUT))
        .child(
            "output_tokens_details",
            JsonShape.<Reply>object().integer("thinking_tokens", into(REASONING)))
        .child(
            "server_tool_use",
            JsonShape.<Reply>object().integer("web_search_requests", into(WEB_SEARCHES)))
        .child(
            "iterations",
            JsonShape.arrayOf(ITERATION).begin(reply -> reply.runs().listBegins()));
  }

  /** The part of the usage that is known when a stream begins: without a placeholder for output. */
  static JsonShape<Reply> inputUsage() {
    return JsonShape.<Reply>object()
        .begin(Reply::usageBegins)
        .end(Reply::usageEnds)
        .integer("input_tokens", into(UNCACHED_INPUT))
        .integer("cache_read_input_tokens", into(CACHE_READ))
        .integer("cache_creation_input_tokens", into(CACHE_WRITE))
        .child(
            "cache_creation",
            JsonShape.<Reply>object().integer("ephemeral_1h_input_tokens", into(CACHE_WRITE_1H)))
        .text("service_tier", into(SERVICE_TIER))
        .text("speed", into(SPEED))
        .text("inference_geo", into(INFERENCE_GEO));
  }

  /** The input tokens stand beside the cached ones; other clouds do the same with other names. */
  static void includeCached(Reply reply, Usage.Builder counts) {
    if (reply.has(UNCACHED_INPUT)) {
      counts.set(INPUT, reply.orZero(UNCACHED_INPUT));
      includeCached(counts);
    }
  }

  private static void includeCached(Usage.Builder counts) {
    if (counts.has(INPUT)) {
      long cached = counts.orZero(CACHE_READ) + counts.orZero(CACHE_WRITE);
      counts.set(INPUT, counts.orZero(INPUT) + cached);
    }
  }
}
