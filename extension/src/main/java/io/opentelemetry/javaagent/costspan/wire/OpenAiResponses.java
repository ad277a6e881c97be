package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ACTION_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ELEMENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.INCOMPLETE_REASON;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.SERVICE_TIER;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STATUS;

import io.opentelemetry.javaagent.costspan.usage.Usage;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI Responses. Its stream carries the whole response in the first and in the last event; only
 * the last one has the usage and the tier that served.
 */
final class OpenAiResponses implements WireFormat, StreamRules {

  /** The same events as messages over a WebSocket, where nobody has to ask for a stream. */
  static final WireFormat OVER_SOCKET = new OpenAiResponses(true);

  private static final JsonShape<Reply> OUTPUT_ITEM = JsonShape.<Reply>object()
      .begin(OpenAiResponses::itemBegins)
      .text("type", into(ELEMENT_TYPE))
      .child("action", JsonShape.<Reply>object().text("type", into(ACTION_TYPE)))
      .end(OpenAiResponses::itemEnds);

  /** The response echoes the tools of the request. */
  private static final JsonShape<Reply> TOOL =
      JsonShape.<Reply>object().text("type", (reply, type) -> reply.toolCalls().tool(type));

  private static final JsonShape<Reply> RESPONSE =
      addTo(JsonShape.object()).child("usage", OpenAiTables.usage("input", "output"));

  private static final JsonShape<Reply> EVENT = ErrorTable.addToEvent(
      JsonShape.<Reply>object().text("type", into(EVENT_TYPE)).child("response", RESPONSE));

  private final boolean alwaysStreams;

  OpenAiResponses() {
    this(false);
  }

  private OpenAiResponses(boolean alwaysStreams) {
    this.alwaysStreams = alwaysStreams;
  }

  /** Adds all but the usage. */
  static JsonShape<Reply> addTo(JsonShape<Reply> document) {
    return ErrorTable.addTo(document
        .identifier("id", into(ID))
        .text("model", into(MODEL))
        .text("service_tier", into(SERVICE_TIER))
        .text("status", OpenAiResponses::status)
        .child(
            "incomplete_details", JsonShape.<Reply>object().text("reason", into(INCOMPLETE_REASON)))
        .child(
            "output",
            JsonShape.arrayOf(OUTPUT_ITEM).begin(reply -> reply.toolCalls().callsBegin()))
        .child("tools", JsonShape.arrayOf(TOOL).begin(reply -> reply.toolCalls().toolsBegin())));
  }

  @Override
  public String name() {
    return "openai.responses";
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
    return JsonRequestReader.of(RequestTables.FLAT, facts -> {
      Deployment.tell(path, facts);
      facts.streaming(alwaysStreams);
    });
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofEvents(EVENT, this)
        : new JsonResponseReader(RESPONSE, this);
  }

  /** A background response that is queued or in progress has not ended. */
  @Override
  public @Nullable String finishReason(Reply reply) {
    String status = reply.text(STATUS);
    if (status == null || status.equals("queued") || status.equals("in_progress")) {
      return null;
    }
    String reason = reply.text(INCOMPLETE_REASON);
    return status.equals("incomplete") && reason != null ? reason : status;
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    OpenAiTables.useOtherCacheRead(reply, counts);
    OpenAiTables.addUnreportedOutput(counts);
  }

  @Override
  public boolean ends(Reply event) {
    return event.is(EVENT_TYPE, "response.completed")
        || event.is(EVENT_TYPE, "response.incomplete")
        || event.is(EVENT_TYPE, "response.failed")
        || event.is(EVENT_TYPE, "response.cancelled");
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

  private static void itemBegins(Reply reply) {
    reply.forget(ELEMENT_TYPE);
    reply.forget(ACTION_TYPE);
  }

  static void status(Reply reply, String status) {
    into(STATUS).accept(reply, status);
    if (status.equals("failed")) {
      reply.fails();
    }
  }

  /** The time of a code interpreter's container is billed too, but no response tells it. */
  private static void itemEnds(Reply reply) {
    if (reply.is(ELEMENT_TYPE, "web_search_call")) {
      webSearchCallEnds(reply);
    } else if (reply.is(ELEMENT_TYPE, "file_search_call")) {
      reply.toolCalls().fileSearch();
    } else if (reply.is(ELEMENT_TYPE, "image_generation_call")) {
      reply.toolCalls().other();
    }
  }

  /** Opening a page and finding in it are web search calls too, but OpenAI takes no fee for them. */
  private static void webSearchCallEnds(Reply reply) {
    if (reply.is(ACTION_TYPE, "search")) {
      reply.toolCalls().webSearch();
    } else if (!reply.is(ACTION_TYPE, "open_page") && !reply.is(ACTION_TYPE, "find_in_page")) {
      reply.toolCalls().other();
    }
  }
}
