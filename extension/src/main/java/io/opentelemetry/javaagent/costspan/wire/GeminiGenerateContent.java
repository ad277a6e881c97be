package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.ID;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.MODEL;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.STOP_REASON;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/**
 * Gemini's {@code generateContent}, at Google AI and Vertex AI. A stream is a sequence of events
 * without an end mark, or one array of what the events would be; each carries the usage so far.
 */
final class GeminiGenerateContent implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new GeminiGenerateContent();

  private static final JsonShape<Reply> GROUNDING = JsonShape.<Reply>object()
      .child(
          "webSearchQueries",
          JsonShape.startsOfTexts((reply, query) -> reply.grounding().query(query)))
      .child(
          "groundingChunks",
          JsonShape.arrayOf(JsonShape.<Reply>object()
              .present("web", reply -> reply.grounding().webSource())
              .present("maps", reply -> reply.grounding().mapsSource())));

  private static final JsonShape<Reply> CANDIDATE = JsonShape.<Reply>object()
      .begin(reply -> reply.choices().begin())
      .integer("index", (reply, index) -> reply.choices().index(index))
      .text("finishReason", (reply, reason) -> reply.choices().reason(reason))
      .child("groundingMetadata", GROUNDING)
      .end(reply -> reply.choices().end());

  private static final JsonShape<Reply> RESPONSE = ErrorTable.addTo(JsonShape.<Reply>object()
          .identifier("responseId", into(ID))
          .text("modelVersion", into(MODEL))
          .text("serviceTier", GeminiTables::tier)
          .child("promptFeedback", JsonShape.<Reply>object().text("blockReason", into(STOP_REASON)))
          .child(
              "candidates",
              JsonShape.arrayOf(CANDIDATE).begin(reply -> reply.choices().clear()))
          .child("usageMetadata", GeminiTables.usage()))
      .orList();

  @Override
  public String name() {
    return "gemini.generate_content";
  }

  @Override
  public String operation() {
    return "generate_content";
  }

  @Override
  public String defaultProvider() {
    return "gcp.gemini";
  }

  @Override
  public String providerAt(String path) {
    return GeminiPath.provider(path);
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.GEMINI, facts -> GeminiPath.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofEvents(RESPONSE, this)
        : new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public void includeParts(Reply reply, Usage.Builder counts) {
    GeminiTables.includeParts(reply, counts);
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

  /** A prompt that is blocked has no candidates. */
  @Override
  public boolean settlesCounts(Reply event, Reply soFar) {
    boolean blocked = soFar.text(STOP_REASON) != null;
    return event.hasCounts() && (blocked || soFar.choices().haveAllEnded());
  }

  @Override
  public boolean unsettlesCounts(Reply event, Reply soFar) {
    return event.choices().count() > 0 && !soFar.choices().haveAllEnded();
  }
}
