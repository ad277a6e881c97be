package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STOP_REASON;

import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Anthropic Messages. Its input tokens stand beside the cached ones, so the total is a sum; its
 * stream reports cumulative counts, so the last value of each field is the right one.
 */
final class AnthropicMessages implements WireFormat, StreamRules {

  static final JsonShape<Reply> MESSAGE = ErrorTable.addTo(JsonShape.<Reply>object()
      .identifier("id", into(ID))
      .text("model", into(MODEL))
      .text("stop_reason", into(STOP_REASON))
      .child("usage", AnthropicTables.usage()));

  /** The output count of {@code message_start} is a placeholder and is not read. */
  private static final JsonShape<Reply> STARTED_MESSAGE = JsonShape.<Reply>object()
      .identifier("id", into(ID))
      .text("model", into(MODEL))
      .child("usage", AnthropicTables.inputUsage());

  private static final JsonShape<Reply> EVENT = ErrorTable.addToEvent(JsonShape.<Reply>object()
      .text("type", into(EVENT_TYPE))
      .child("message", STARTED_MESSAGE)
      .child("delta", JsonShape.<Reply>object().text("stop_reason", into(STOP_REASON)))
      .child("usage", AnthropicTables.usage()));

  /** What the protocol says with JSON; a ping says nothing. */
  private static final Set<String> EVENT_NAMES = new HashSet<>(Arrays.asList(
      "message_start",
      "content_block_start",
      "content_block_delta",
      "content_block_stop",
      "message_delta",
      "message_stop",
      "error"));

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
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.FLAT);
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofEvents(EVENT, this)
        : new JsonResponseReader(MESSAGE, this);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    AnthropicTables.includeCached(reply, counts);
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
}
