package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.SocketEvent;
import io.opentelemetry.javaagent.costspan.wire.SocketProtocol;
import io.opentelemetry.javaagent.costspan.wire.SocketStep;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of a connection that are under way, the oldest first: a handful. Thread-safe. */
final class OpenSocketCalls {

  /** More are not under way, but forgotten by the server. */
  private static final int MAX_OPEN = 256;

  private final SocketProtocol protocol;
  private final EndedCalls ended;
  private final List<SocketCall> open = new ArrayList<>(2);
  private boolean over;

  /**
   * @param ended may know of ends that another connection was told
   */
  OpenSocketCalls(SocketProtocol protocol, EndedCalls ended) {
    this.protocol = protocol;
    this.ended = ended;
  }

  synchronized boolean isEmpty() {
    return open.isEmpty();
  }

  /** Whether the connection is closed. */
  synchronized boolean isOver() {
    return over;
  }

  /** Returns the call for which there is no room: the oldest, or this one on a closed connection. */
  synchronized @Nullable SocketCall add(SocketCall call) {
    if (over) {
      return call;
    }
    open.add(call);
    return open.size() > MAX_OPEN ? open.remove(0) : null;
  }

  /** It never was one. */
  synchronized void remove(SocketCall call) {
    open.remove(call);
  }

  /** It is over. Returns false when it has been billed over another connection. */
  boolean end(SocketCall call) {
    remove(call);
    return ended.add(call.isOfTranscription(), call.id());
  }

  /** Whether a message is about a call that is over, so that it says nothing new. */
  boolean hasEnded(SocketEvent event) {
    return ended.has(event);
  }

  /** Takes all, and no more come. */
  synchronized List<SocketCall> close() {
    over = true;
    List<SocketCall> rest = new ArrayList<>(open);
    open.clear();
    return rest;
  }

  /** The call that a message of the server's belongs to; null for none of these. */
  synchronized @Nullable SocketCall of(SocketEvent event) {
    if (event.step() == SocketStep.ERROR) {
      return failing(event);
    }
    if (event.callId() == null) {
      return oldest(event, false);
    }
    for (SocketCall call : open) {
      if (call.hasIdOf(event)) {
        return call;
      }
    }
    return event.step() == SocketStep.OUTPUT || hasEnded(event) ? null : named(event);
  }

  /** Servers answer in order: an id that is new is that of the oldest that has none. */
  private @Nullable SocketCall named(SocketEvent event) {
    SocketCall call = oldest(event, true);
    if (call != null) {
      call.isKnownBy(event.callId());
    }
    return call;
  }

  /** An error that names a message of the client's is about nothing else. */
  private @Nullable SocketCall failing(SocketEvent event) {
    String cause = event.causeId();
    if (cause == null) {
      SocketCall waiting = oldest(event, true);
      return waiting == null && protocol.errorsEndResponses() ? oldest(event, false) : waiting;
    }
    for (SocketCall call : open) {
      if (call.isWaiting() && call.wasAskedBy(cause)) {
        return call;
      }
    }
    return null;
  }

  private @Nullable SocketCall oldest(SocketEvent event, boolean waiting) {
    for (SocketCall call : open) {
      if (call.isInLaneOf(event) && (!waiting || call.isWaiting())) {
        return call;
      }
    }
    return null;
  }
}
