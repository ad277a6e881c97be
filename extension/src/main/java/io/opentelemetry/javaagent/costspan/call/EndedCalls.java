package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.SocketEvent;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a session that have ended, those that did last: an end that is told again is billed
 * once. Thread-safe.
 */
final class EndedCalls {

  /** About 80 bytes each. */
  static final int MAX = 32;

  private final ArrayDeque<String> ids = new ArrayDeque<>(2);

  /** Whether the call that a message names has ended. */
  synchronized boolean has(SocketEvent event) {
    String id = event.callId();
    return id != null && ids.contains(kind(event.isOfTranscription()) + id);
  }

  /**
   * A call ends.
   *
   * @param id null when the server gave it none
   * @return false when it has ended already
   */
  synchronized boolean add(boolean ofTranscription, @Nullable String id) {
    if (id == null) {
      return true;
    }
    String known = kind(ofTranscription) + id;
    if (ids.contains(known)) {
      return false;
    }
    if (ids.size() == MAX) {
      ids.removeFirst();
    }
    return ids.add(known);
  }

  /** Items and responses need not have different ids. */
  private static char kind(boolean ofTranscription) {
    return ofTranscription ? 't' : 'r';
  }
}
