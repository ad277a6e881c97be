package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.SocketStep.NONE;

import org.jspecify.annotations.Nullable;

/**
 * What tells which call of a connection a message belongs to, of the message that was read last.
 * Not thread-safe.
 */
public final class SocketEvent {

  private static final String TRANSCRIPTION = "conversation.item.input_audio_transcription.";

  private static final JsonShape<SocketEvent> TRANSCRIPTION_MODEL =
      JsonShape.<SocketEvent>object().text("model", (event, text) -> event.transcriber = text);

  /** The beta had the transcription at the top, and a kind of session with nothing else. */
  private static final JsonShape<SocketEvent> SESSION = JsonShape.<SocketEvent>object()
      .text("model", (event, text) -> event.model = text)
      .child("input_audio_transcription", TRANSCRIPTION_MODEL)
      .child(
          "audio",
          JsonShape.<SocketEvent>object()
              .child(
                  "input",
                  JsonShape.<SocketEvent>object().child("transcription", TRANSCRIPTION_MODEL)));

  static final JsonShape<SocketEvent> SHAPE = JsonShape.<SocketEvent>object()
      .text("type", (event, text) -> event.type = text)
      .identifier("stream_id", (event, text) -> event.lane = text)
      .identifier("event_id", (event, text) -> event.eventId = text)
      .identifier("response_id", (event, text) -> event.responseId = text)
      .identifier("item_id", (event, text) -> event.itemId = text)
      .child(
          "response",
          JsonShape.<SocketEvent>object()
              .identifier("id", (event, text) -> event.responseId = text))
      .child(
          "error",
          JsonShape.<SocketEvent>object()
              .identifier("event_id", (event, text) -> event.causeId = text))
      .child("session", SESSION);

  private String type = "";
  private @Nullable String lane;
  private @Nullable String eventId;
  private @Nullable String responseId;
  private @Nullable String itemId;
  private @Nullable String causeId;
  private @Nullable String model;
  private @Nullable String transcriber;

  SocketEvent() {}

  void clear() {
    type = "";
    lane = null;
    eventId = null;
    responseId = null;
    itemId = null;
    causeId = null;
    model = null;
    transcriber = null;
  }

  public SocketStep step() {
    if (type.startsWith(TRANSCRIPTION)) {
      return transcriptionStep();
    }
    switch (type) {
      case "response.create":
        return SocketStep.ASKS;
      case "response.created":
      case "input_audio_buffer.committed":
        return SocketStep.BEGINS;
      case "response.done":
      case "response.completed":
      case "response.incomplete":
      case "response.failed":
      case "response.cancelled":
        return SocketStep.ENDS;
      case "error":
        return SocketStep.ERROR;
      default:
        return isSession() ? SocketStep.SESSION : outputStep("response.");
    }
  }

  /** Whether it is about what the user said, which another model writes down. */
  public boolean isOfTranscription() {
    return type.startsWith(TRANSCRIPTION) || type.equals("input_audio_buffer.committed");
  }

  /** A message of the same type that says nothing else: it ends the same, and bills nothing. */
  public String bare() {
    return "{\"type\":\"" + type + "\"}";
  }

  /** Which of several streams that share the connection; null for the only one. */
  public @Nullable String lane() {
    return lane;
  }

  /** The client's own id of a message that it sent. */
  public @Nullable String eventId() {
    return eventId;
  }

  /** Id of the client's message that an error is about, where the error tells. */
  public @Nullable String causeId() {
    return causeId;
  }

  /** Id of the call: a response's, or that of the item that is transcribed. */
  public @Nullable String callId() {
    return isOfTranscription() ? itemId : responseId;
  }

  /** The session's model, where the message tells. */
  public @Nullable String model() {
    return model;
  }

  /** The model that writes down what the user says, where the message tells. */
  public @Nullable String transcriber() {
    return transcriber;
  }

  /** Whether a session is told as a whole, so that what is not there is not set. */
  public boolean tellsWholeSession() {
    return !type.endsWith("update");
  }

  private boolean isSession() {
    switch (type) {
      case "session.created":
      case "session.update":
      case "session.updated":
      case "transcription_session.created":
      case "transcription_session.update":
      case "transcription_session.updated":
        return true;
      default:
        return false;
    }
  }

  private SocketStep transcriptionStep() {
    switch (type.substring(TRANSCRIPTION.length())) {
      case "completed":
      case "failed":
        return SocketStep.ENDS;
      default:
        return outputStep(TRANSCRIPTION);
    }
  }

  private SocketStep outputStep(String prefix) {
    return type.startsWith(prefix) && type.endsWith("delta") ? SocketStep.OUTPUT : NONE;
  }
}
