package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.SocketEvent;
import io.opentelemetry.javaagent.costspan.wire.SocketReader;
import io.opentelemetry.javaagent.costspan.wire.SocketStep;
import org.jspecify.annotations.Nullable;

/** One of the calls of a connection, and what its messages are known by. */
final class SocketCall {

  private static final int OK = 200;

  private final LlmCall call;
  private final boolean ofTranscription;
  private final @Nullable String lane;
  private final @Nullable String askedBy;
  private @Nullable String id;
  private boolean answered;

  /**
   * @param begun the message that the call begins with, the client's or the server's
   */
  SocketCall(LlmCall call, SocketEvent begun) {
    this.call = call;
    this.ofTranscription = begun.isOfTranscription();
    this.lane = begun.lane();
    this.askedBy = begun.eventId();
    this.id = begun.callId();
  }

  LlmCall call() {
    return call;
  }

  boolean isOfTranscription() {
    return ofTranscription;
  }

  @Nullable
  String id() {
    return id;
  }

  /** Whether the server has not told the call's id yet. */
  boolean isWaiting() {
    return id == null;
  }

  void isKnownBy(@Nullable String told) {
    id = told;
  }

  boolean hasIdOf(SocketEvent event) {
    return id != null && id.equals(event.callId()) && ofTranscription == event.isOfTranscription();
  }

  boolean isInLaneOf(SocketEvent event) {
    boolean same = lane == null ? event.lane() == null : lane.equals(event.lane());
    return same && ofTranscription == event.isOfTranscription();
  }

  /** Whether a message of the client's asked for it, by that id. */
  boolean wasAskedBy(String eventId) {
    return eventId.equals(askedBy);
  }

  /** Takes a message of the server's. */
  void show(SocketStep step, String message) {
    if (!answered) {
      answered = true;
      call.headers(OK, SocketCall::header);
    }
    SocketReader.show(step, message, (bytes, from, to) -> call.bytes(bytes, from, to - from));
  }

  /** Takes the last message, which ends the call whatever is in it. */
  void end(SocketStep step, String message) {
    show(step, message);
    call.endOfBody();
  }

  /** What the head of a stream of such events would say. */
  private static @Nullable String header(String name) {
    return name.equals("Content-Type") ? "text/event-stream" : null;
  }
}
