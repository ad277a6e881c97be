package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.Count.AUDIO_INPUT_MILLIS;
import static io.opentelemetry.javaagent.costspan.usage.Count.INPUT;
import static io.opentelemetry.javaagent.costspan.usage.Count.OUTPUT;
import static io.opentelemetry.javaagent.costspan.wire.Reply.into;
import static io.opentelemetry.javaagent.costspan.wire.ReplyText.EVENT_TYPE;

import io.opentelemetry.javaagent.costspan.usage.Usage;

/** OpenAI's transcription of speech, billed by the token or, for Whisper, by the second. */
final class OpenAiTranscription implements WireFormat, StreamRules {

  static final WireFormat FORMAT = new OpenAiTranscription();

  /** Of what was said in a Realtime session. */
  private static final String OVER_SOCKET = "conversation.item.input_audio_transcription.completed";

  private static final JsonShape<Reply> RESPONSE =
      ErrorTable.addTo(JsonShape.<Reply>object().child("usage", OpenAiTables.usageOfAudio()));

  private static final JsonShape<Reply> EVENT = ErrorTable.addToEvent(JsonShape.<Reply>object()
      .text("type", into(EVENT_TYPE))
      .child("usage", OpenAiTables.usageOfAudio()));

  @Override
  public String name() {
    return "openai.transcription";
  }

  @Override
  public String operation() {
    return "transcription";
  }

  @Override
  public String defaultProvider() {
    return "openai";
  }

  @Override
  public RequestReader requestReader(String path) {
    return JsonRequestReader.of(RequestTables.FLAT, facts -> Deployment.tell(path, facts));
  }

  @Override
  public ResponseReader responseReader(boolean eventStream) {
    return eventStream
        ? EventStreamResponseReader.ofEvents(EVENT, this)
        : new JsonResponseReader(RESPONSE, this);
  }

  @Override
  public boolean hasTotals(Reply reply, Usage.Builder counts) {
    return (counts.has(INPUT) && counts.has(OUTPUT)) || counts.has(AUDIO_INPUT_MILLIS);
  }

  @Override
  public boolean ends(Reply event) {
    return event.is(EVENT_TYPE, "transcript.text.done") || event.is(EVENT_TYPE, OVER_SOCKET);
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
