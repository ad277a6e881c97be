package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.INCOMPLETE_REASON;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STATUS;

import org.jspecify.annotations.Nullable;

/**
 * One response of OpenAI's Realtime API. Its usage, in the last event, tells text, audio and images
 * apart, the cached ones too; its model is the session's.
 */
final class OpenAiRealtime implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new OpenAiRealtime();

  private static final JsonShape<Reply> RESPONSE = JsonShape.<Reply>object()
      .identifier("id", into(ID))
      .text("model", into(MODEL))
      .text("status", OpenAiResponses::status)
      .child(
          "status_details",
          ErrorTable.addTo(JsonShape.<Reply>object().text("reason", into(INCOMPLETE_REASON))))
      .child("usage", OpenAiTables.usageOfAudio());

  private static final JsonShape<Reply> EVENT = ErrorTable.addToEvent(
      JsonShape.<Reply>object().text("type", into(EVENT_TYPE)).child("response", RESPONSE));

  @Override
  public String name() {
    return "openai.realtime";
  }

  @Override
  public String operation() {
    return "chat";
  }

  @Override
  public String defaultProvider() {
    return "openai";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.REALTIME, facts -> facts.streaming(true));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return EventStreamResponseReader.ofEvents(EVENT, this);
  }

  /** Why it ended early, or that it did not. */
  @Override
  public @Nullable String finishReason(Reply reply) {
    String status = reply.text(STATUS);
    if (status == null || status.equals("in_progress")) {
      return null;
    }
    String reason = reply.text(INCOMPLETE_REASON);
    return status.equals("incomplete") && reason != null ? reason : status;
  }

  @Override
  public boolean ends(Reply event) {
    return event.is(EVENT_TYPE, "response.done");
  }

  @Override
  public boolean carriesOutput(Reply event) {
    String type = event.text(EVENT_TYPE);
    return type != null && type.endsWith(".delta");
  }

  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.hasUsage() && ends(event);
  }
}
