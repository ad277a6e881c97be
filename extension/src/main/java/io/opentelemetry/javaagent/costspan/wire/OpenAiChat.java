package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SERVICE_TIER;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI chat completions, which many providers speak. A stream's events look like the document,
 * and it tells its usage only when the request asked for it.
 */
final class OpenAiChat implements WireFormat, StreamRules {

  private static final JsonShape<Reply> COMPLETION = completion(choice());

  static final WireFormat CHAT = new OpenAiChat("openai.chat", "chat");

  /** The older endpoint for models that were not made to chat: the same but for what was said. */
  static final WireFormat COMPLETIONS = new OpenAiChat("openai.completions", "text_completion");

  static JsonShape<Reply> choice() {
    return JsonShape.<Reply>object()
        .begin(reply -> reply.choices().begin())
        .integer("index", (reply, index) -> reply.choices().index(index))
        .text("finish_reason", (reply, reason) -> reply.choices().reason(reason))
        .end(reply -> reply.choices().end());
  }

  /** The document, or an event of the stream. */
  static JsonShape<Reply> completion(JsonShape<Reply> choice) {
    return addTo(JsonShape.object(), choice)
        .child("usage", OpenAiTables.usage("prompt", "completion"));
  }

  /** Adds all but the usage. */
  static JsonShape<Reply> addTo(JsonShape<Reply> document) {
    return addTo(document, choice());
  }

  private static JsonShape<Reply> addTo(JsonShape<Reply> document, JsonShape<Reply> choice) {
    return LocalServers.addTo(ErrorTable.addToEvent(document
        .identifier("id", into(ID))
        .text("model", into(MODEL))
        .text("service_tier", into(SERVICE_TIER))
        .child(
            "choices", JsonShape.arrayOf(choice).begin(reply -> reply.choices().clear()))));
  }

  private final String name;
  private final String operation;

  private OpenAiChat(String name, String operation) {
    this.name = name;
    this.operation = operation;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String operation() {
    return operation;
  }

  @Override
  public String defaultProvider() {
    return "openai";
  }

  @Override
  public String providerAt(String path) {
    return Deployment.providerAt(path);
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.FLAT, facts -> Deployment.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofEvents(COMPLETION, this)
        : new JsonResponseReader(COMPLETION, this);
  }

  @Override
  public TokenEstimate.@Nullable Draft estimate(
      String provider, RequestFacts request, Vocabularies vocabularies) {
    boolean chat = this == CHAT;
    return TokenEstimate.Draft.of(
        provider,
        request,
        vocabularies,
        chat ? PromptTables.CHAT : PromptTables.COMPLETION,
        answer -> EventStreamResponseReader.counting(
            chat ? AnswerTables.CHAT : AnswerTables.COMPLETION, this, answer));
  }

  @Override
  public boolean tellsStreamUsageWhenAsked() {
    return true;
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    OpenAiTables.useOtherCacheRead(reply, counts);
    OpenAiTables.addUnreportedOutput(counts);
  }

  /** The stream ends with {@code [DONE]}, not with an event. */
  @Override
  public boolean ends(Reply event) {
    return false;
  }

  @Override
  public boolean carriesOutput(Reply event) {
    return event.choices().count() > 0;
  }

  /** OpenAI's usage event has no choices; xAI and others send a running usage with each chunk. */
  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.hasUsage() && (event.choices().count() == 0 || soFar.choices().haveAllEnded());
  }

  /** A choice that begins, or goes on, will add to a running usage. */
  @Override
  public boolean unsettlesCounts(Reply event, Reply soFar) {
    return event.choices().count() > 0 && !soFar.choices().haveAllEnded();
  }
}
