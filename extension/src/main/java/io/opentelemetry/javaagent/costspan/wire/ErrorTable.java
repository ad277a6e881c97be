package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.Reply.intoAsText;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ERROR_CODE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ERROR_NUMBER;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ERROR_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_CODE;

/** How providers, and the gateways in front of them, say that something went wrong. */
final class ErrorTable {

  /**
   * {@code code} is a text, a number at Google and on some gateways, or null; then {@code type} is
   * the name, or Google's {@code status}.
   */
  private static final JsonShape<Reply> ERROR = JsonShape.<Reply>object()
      .begin(Reply::errorBegins)
      .text("code", into(ERROR_CODE))
      .integer("code", intoAsText(ERROR_NUMBER))
      .text("type", into(ERROR_TYPE))
      .text("status", into(ERROR_TYPE));

  private ErrorTable() {}

  /** Adds the error of a document: an object, or a text that tells a person what went wrong. */
  static JsonShape<Reply> addTo(JsonShape<Reply> document) {
    return document
        .child("error", ERROR)
        .startOfText("error", (reply, message) -> reply.errorBegins());
  }

  /** Adds the error of a stream event, which may also be the event as a whole. */
  static JsonShape<Reply> addToEvent(JsonShape<Reply> event) {
    return addTo(event).text("code", into(EVENT_CODE)).integer("code", intoAsText(EVENT_CODE));
  }
}
