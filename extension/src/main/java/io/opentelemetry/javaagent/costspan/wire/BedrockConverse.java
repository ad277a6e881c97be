package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SERVICE_TIER;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STOP_REASON;

import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Bedrock Converse. Neither request nor response names the model: it stands in the path. A stream is
 * AWS's frames, or lines with their payloads, with or without the type around it.
 */
final class BedrockConverse implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new BedrockConverse();

  private static final JsonShape<Reply> TIER =
      JsonShape.<Reply>object().text("type", into(SERVICE_TIER));

  private static final JsonShape<Reply> PERFORMANCE =
      JsonShape.<Reply>object().text("latency", BedrockTables::latency);

  /** A prompt router chooses a model, and says which. */
  private static final JsonShape<Reply> TRACE = JsonShape.<Reply>object()
      .child("promptRouter", JsonShape.<Reply>object().identifier("invokedModelId", into(MODEL)));

  private static final JsonShape<Reply> RESPONSE =
      ErrorTable.addTo(addUsageTo(JsonShape.<Reply>object()).text("stopReason", into(STOP_REASON)));

  private static final JsonShape<Reply> EVENT = ErrorTable.addTo(
          addUsageTo(JsonShape.<Reply>object()))
      .text("stopReason", into(STOP_REASON))
      .child("messageStop", JsonShape.<Reply>object().text("stopReason", into(STOP_REASON)))
      .child("metadata", addUsageTo(JsonShape.<Reply>object()))
      .present("metadata", eventType("metadata"))
      .present("metrics", eventType("metadata"))
      .present("delta", eventType("delta"))
      .present("contentBlockDelta", eventType("delta"));

  private static Consumer<Reply> eventType(String type) {
    return reply -> into(EVENT_TYPE).accept(reply, type);
  }

  private static JsonShape<Reply> addUsageTo(JsonShape<Reply> document) {
    return document
        .child(
            "usage",
            BedrockTables.addTo(JsonShape.<Reply>object())
                .begin(Reply::usageBegins)
                .end(Reply::usageEnds))
        .child("serviceTier", TIER)
        .child("performanceConfig", PERFORMANCE)
        .child("trace", TRACE);
  }

  @Override
  public String name() {
    return "bedrock.converse";
  }

  @Override
  public String operation() {
    return "chat";
  }

  @Override
  public String defaultProvider() {
    return "aws.bedrock";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.CONVERSE, facts -> BedrockPath.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofFrames(EVENT, this)
        : new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public void readHead(Reply reply, UnaryOperator<@Nullable String> header) {
    BedrockHead.read(header, reply);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    AnthropicTables.includeCached(reply, counts);
  }

  /** The metadata come last. */
  @Override
  public boolean ends(Reply event) {
    return event.hasUsage() || event.is(EVENT_TYPE, "metadata");
  }

  @Override
  public boolean carriesOutput(Reply event) {
    return event.is(EVENT_TYPE, "delta");
  }

  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.hasUsage();
  }
}
