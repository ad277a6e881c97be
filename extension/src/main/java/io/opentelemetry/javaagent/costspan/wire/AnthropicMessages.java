package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_READ;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE;
import static io.opentelemetry.javaagent.costspan.usage.Count.CACHE_WRITE_1H;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.REASONING;
import static io.opentelemetry.javaagent.costspan.usage.Count.WEB_SEARCHES;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.INFERENCE_GEO;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SERVICE_TIER;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SPEED;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STOP_REASON;

import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Anthropic Messages. Its input tokens stand beside the cached ones, so the total is a sum; its
 * stream reports cumulative counts, so the last value of each field is the right one.
 */
final class AnthropicMessages implements WireFormat, StreamRules {

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
      .end(reply -> reply.runs().end(AnthropicMessages::includeCached));

  private static final JsonShape<Reply> USAGE = inputUsage()
      .integer("output_tokens", into(OUTPUT))
      .child(
          "output_tokens_details",
          JsonShape.<Reply>object().integer("thinking_tokens", into(REASONING)))
      .child(
          "server_tool_use",
          JsonShape.<Reply>object().integer("web_search_requests", into(WEB_SEARCHES)))
      .child(
          "iterations", JsonShape.arrayOf(ITERATION).begin(reply -> reply.runs().listBegins()));

  private static final JsonShape<Reply> MESSAGE = ErrorTable.addTo(JsonShape.<Reply>object()
      .identifier("id", into(ID))
      .text("model", into(MODEL))
      .text("stop_reason", into(STOP_REASON))
      .child("usage", USAGE));

  /** The output count of {@code message_start} is a placeholder and is not read. */
  private static final JsonShape<Reply> STARTED_MESSAGE = JsonShape.<Reply>object()
      .identifier("id", into(ID))
      .text("model", into(MODEL))
      .child("usage", inputUsage());

  private static final JsonShape<Reply> EVENT = ErrorTable.addToEvent(JsonShape.<Reply>object()
      .text("type", into(EVENT_TYPE))
      .child("message", STARTED_MESSAGE)
      .child("delta", JsonShape.<Reply>object().text("stop_reason", into(STOP_REASON)))
      .child("usage", USAGE));

  /** What the protocol says with JSON; a ping says nothing. */
  private static final Set<String> EVENT_NAMES = new HashSet<>(Arrays.asList(
      "message_start",
      "content_block_start",
      "content_block_delta",
      "content_block_stop",
      "message_delta",
      "message_stop",
      "error"));

  private static JsonShape<Reply> inputUsage() {
    return JsonShape.<Reply>object()
        .begin(Reply::usageBegins)
        .end(Reply::usageEnds)
        .integer("input_tokens", into(INPUT))
        .integer("cache_read_input_tokens", into(CACHE_READ))
        .integer("cache_creation_input_tokens", into(CACHE_WRITE))
        .child(
            "cache_creation",
            JsonShape.<Reply>object().integer("ephemeral_1h_input_tokens", into(CACHE_WRITE_1H)))
        .text("service_tier", into(SERVICE_TIER))
        .text("speed", into(SPEED))
        .text("inference_geo", into(INFERENCE_GEO));
  }

  @Override
  public String name() {
    return "anthropic.messages";
  }

  @Override
  public String operation() {
    return "chat";
  }

  @Override
  public String defaultProvider() {
    return "anthropic";
  }

  @Override
  public RequestReader requestReader() {
    return new JsonRequestReader();
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? new EventStreamResponseReader(EVENT, this)
        : new JsonResponseReader(MESSAGE, this);
  }

  @Override
  public @Nullable String finishReason(Reply reply) {
    return reply.text(STOP_REASON);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    includeCached(counts);
  }

  /** Some gateways leave the names out, but what they send is the protocol. */
  @Override
  public boolean reads(String eventName) {
    return eventName.isEmpty() || EVENT_NAMES.contains(eventName);
  }

  @Override
  public boolean ends(Reply event) {
    return event.is(EVENT_TYPE, "message_stop");
  }

  @Override
  public boolean carriesOutput(Reply event) {
    return event.is(EVENT_TYPE, "content_block_delta");
  }

  /** There may be several message deltas; the last one says why the message stopped. */
  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.hasUsage() && event.text(STOP_REASON) != null;
  }

  private static void includeCached(Usage.Builder counts) {
    if (counts.has(INPUT)) {
      long cached = counts.orZero(CACHE_READ) + counts.orZero(CACHE_WRITE);
      counts.set(INPUT, counts.orZero(INPUT) + cached);
    }
  }
}
