package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.IMAGES;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * DashScope's generation of text, and of whatever multimodal models make of whatever. A stream is
 * asked for in a header; its events look like the document, have a running usage or none, and end
 * with the body.
 */
final class DashScopeChat implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new DashScopeChat();

  private static final String STREAM_HEADER = "X-DashScope-SSE";

  private static final JsonShape<Reply> CHOICE = JsonShape.<Reply>object()
      .begin(reply -> reply.choices().begin())
      .integer("index", (reply, index) -> reply.choices().index(index))
      .text("finish_reason", DashScopeChat::reason)
      .end(reply -> reply.choices().end());

  /** Itself the one choice, where the request did not ask for messages. */
  private static final JsonShape<Reply> OUTPUT_SHAPE = JsonShape.<Reply>object()
      .begin(reply -> reply.choices().begin())
      .text("finish_reason", DashScopeChat::reason)
      .child("choices", JsonShape.arrayOf(CHOICE).begin(reply -> reply.choices().clear()))
      .end(reply -> reply.choices().end());

  private static final JsonShape<Reply> RESPONSE =
      DashScopeTables.envelope(DashScopeTables.usage()).child("output", OUTPUT_SHAPE);

  @Override
  public String name() {
    return "dashscope.chat";
  }

  @Override
  public String operation() {
    return "chat";
  }

  @Override
  public String defaultProvider() {
    return "dashscope";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.withHead(
        RequestTables.DASHSCOPE,
        (header, facts) -> facts.streaming("enable".equals(header.apply(STREAM_HEADER))));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofEvents(RESPONSE, this)
        : new JsonResponseReader(RESPONSE, this);
  }

  /** Images are billed by the piece, and have a usage of their own. */
  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return (counts.has(INPUT) && counts.has(OUTPUT)) || counts.has(IMAGES);
  }

  /** The stream ends with the body, not with an event. */
  @Override
  public boolean ends(Reply event) {
    return false;
  }

  @Override
  public boolean carriesOutput(Reply event) {
    return event.choices().count() > 0;
  }

  @Override
  public boolean restatesUsage() {
    return true;
  }

  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    return event.hasCounts() && soFar.choices().haveAllEnded();
  }

  @Override
  public boolean unsettlesCounts(Reply event, Reply soFar) {
    return event.choices().count() > 0 && !soFar.choices().haveAllEnded();
  }

  /** Until there is one it is the text {@code null}. */
  private static void reason(Reply reply, String reason) {
    if (!reason.equals("null")) {
      reply.choices().reason(reason);
    }
  }
}
