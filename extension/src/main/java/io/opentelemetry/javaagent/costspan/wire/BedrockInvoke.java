package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.Reply.intoUsage;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.EMBEDDING;
import static io.opentelemetry.javaagent.costspan.wire.ReplyNumber.METERED_OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STOP_REASON;

import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Bedrock InvokeModel, whose bodies are those of the model's vendor: Claude, Nova, Titan, Llama,
 * OpenAI. Mistral's and Cohere's tell no counts, there only the metrics of a stream do. No body
 * names the model as Bedrock does. A stream is AWS's frames, or lines with what is in
 * them.
 */
final class BedrockInvoke implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new BedrockInvoke();

  /** What Claude calls a piece of the answer, and Nova spells otherwise. */
  private static final String DELTA = "content_block_delta";

  private static final JsonShape<Reply> CHOICE = JsonShape.<Reply>object()
      .begin(reply -> reply.choices().begin())
      .integer("index", (reply, index) -> reply.choices().index(index))
      .text("finish_reason", (reply, reason) -> reply.choices().reason(reason))
      .text("stop_reason", (reply, reason) -> reply.choices().reason(reason))
      .end(reply -> reply.choices().end());

  private static final JsonShape<Reply> TITAN_RESULTS = JsonShape.arrayOf(JsonShape.<Reply>object()
          .integer("tokenCount", (reply, tokens) -> reply.countMore(OUTPUT, tokens))
          .text("completionReason", into(STOP_REASON)))
      .begin(reply -> reply.forget(OUTPUT));

  private static final JsonShape<Reply> BODY = ErrorTable.addTo(
          addUsageTo(JsonShape.<Reply>object()))
      .text("type", into(EVENT_TYPE))
      .identifier("id", into(ID))
      .text("stop_reason", into(STOP_REASON))
      .text("stopReason", into(STOP_REASON))
      .text("completionReason", into(STOP_REASON))
      .text("finish_reason", into(STOP_REASON))
      .child("choices", JsonShape.arrayOf(CHOICE).begin(reply -> reply.choices().clear()))
      .child(
          "outputs",
          JsonShape.arrayOf(JsonShape.<Reply>object().text("stop_reason", into(STOP_REASON))))
      .integer("inputTextTokenCount", intoUsage(INPUT))
      .integer("totalOutputTextTokenCount", intoUsage(OUTPUT))
      .child("results", TITAN_RESULTS)
      .present("embedding", reply -> into(EMBEDDING).accept(reply, 1))
      .present("embeddings", reply -> into(EMBEDDING).accept(reply, 1))
      .present("embeddingsByType", reply -> into(EMBEDDING).accept(reply, 1))
      .integer("prompt_token_count", intoUsage(INPUT))
      .integer("generation_token_count", intoUsage(OUTPUT))
      .present("messageStart", eventType("messageStart"))
      .present("contentBlockStart", eventType("contentBlockStart"))
      .present("contentBlockDelta", eventType(DELTA))
      .present("contentBlockStop", eventType("contentBlockStop"))
      .present("messageStop", eventType("messageStop"))
      .present("metadata", eventType("metadata"))
      .child(
          "message",
          JsonShape.<Reply>object()
              .identifier("id", into(ID))
              .child("usage", AnthropicTables.inputUsage()))
      .child("delta", JsonShape.<Reply>object().text("stop_reason", into(STOP_REASON)))
      .child("messageStop", JsonShape.<Reply>object().text("stopReason", into(STOP_REASON)))
      .child("metadata", addUsageTo(JsonShape.<Reply>object()))
      .child("amazon-bedrock-invocationMetrics", BedrockTables.invocationMetrics());

  private static Consumer<Reply> eventType(String type) {
    return reply -> into(EVENT_TYPE).accept(reply, type);
  }

  private static JsonShape<Reply> addUsageTo(JsonShape<Reply> body) {
    JsonShape<Reply> usage = BedrockTables.addTo(AnthropicTables.usage());
    return body.child("usage", OpenAiTables.addTo(usage, "prompt", "completion"));
  }

  @Override
  public String name() {
    return "bedrock.invoke";
  }

  @Override
  public String operation() {
    return "chat";
  }

  /** The models that make embeddings have it in their names. */
  @Override
  public String operationAt(String path) {
    return BedrockPath.model(path).contains("embed") ? "embeddings" : operation();
  }

  @Override
  public String defaultProvider() {
    return "aws.bedrock";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.INVOKE, facts -> BedrockPath.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofFrames(BODY, this)
        : new JsonResponseReader(BODY, this);
  }

  @Override
  public void readHead(Reply reply, UnaryOperator<@Nullable String> header) {
    BedrockHead.read(header, reply);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    AnthropicTables.includeCached(reply, counts);
    OpenAiTables.useOtherCacheRead(reply, counts);
    BedrockTables.useMetered(reply, counts);
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(INPUT) && (counts.has(OUTPUT) || reply.has(EMBEDDING));
  }

  /** Bedrock adds its metrics to the last chunk; without them, Claude's still says that it is. */
  @Override
  public boolean ends(Reply event) {
    return event.has(METERED_OUTPUT) || event.is(EVENT_TYPE, "message_stop");
  }

  /** Claude's and Nova's chunks have a type; each chunk of the others is a piece of the answer. */
  @Override
  public boolean carriesOutput(Reply event) {
    return event.text(EVENT_TYPE) == null || event.is(EVENT_TYPE, DELTA);
  }

  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.has(METERED_OUTPUT)
        || (event.hasUsage()
            && (soFar.text(STOP_REASON) != null || soFar.choices().haveAllEnded()));
  }
}
