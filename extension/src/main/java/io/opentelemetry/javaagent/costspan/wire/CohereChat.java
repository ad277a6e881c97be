package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STOP_REASON;

/**
 * Cohere's chat, version 2, and the documents of version 1. The cached tokens that it reports are
 * parts of what it counts and not of what it bills, so they are not read.
 */
final class CohereChat implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new CohereChat();

  private static final JsonShape<Reply> RESPONSE = ErrorTable.addTo(JsonShape.<Reply>object()
      .identifier("id", into(ID))
      .identifier("generation_id", into(ID))
      .text("finish_reason", into(STOP_REASON))
      .child("usage", CohereTables.billed())
      .child("meta", CohereTables.billed()));

  private static final JsonShape<Reply> EVENT = ErrorTable.addToEvent(JsonShape.<Reply>object()
      .text("type", into(EVENT_TYPE))
      .identifier("id", into(ID))
      .child(
          "delta",
          JsonShape.<Reply>object()
              .text("finish_reason", into(STOP_REASON))
              .child("usage", CohereTables.billed())));

  @Override
  public String name() {
    return "cohere.chat";
  }

  @Override
  public String operation() {
    return "chat";
  }

  @Override
  public String defaultProvider() {
    return "cohere";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.FLAT);
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofEvents(EVENT, this)
        : new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public boolean ends(Reply event) {
    return event.is(EVENT_TYPE, "message-end");
  }

  @Override
  public boolean carriesOutput(Reply event) {
    String type = event.text(EVENT_TYPE);
    return type != null && type.endsWith("-delta");
  }

  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.hasUsage() && ends(event);
  }
}
