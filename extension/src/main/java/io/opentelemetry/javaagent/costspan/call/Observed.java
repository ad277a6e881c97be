package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import org.jspecify.annotations.Nullable;

/** What a tap tells of a request and its response, through {@link LlmCall}. Thread-safe. */
interface Observed {

  /** The context that the application called from; its callbacks belong there. */
  Context caller();

  /** The context for what the transport does. */
  Context context();

  boolean asksStreamUsage();

  /** Whether nothing that is told any more makes a difference. */
  boolean isEnded();

  /** The response's head arrived; a second one takes the place of the first. */
  void headers(int status, HeaderLookup headers);

  void bytes(byte[] bytes, int offset, int length);

  /** The application is closing: a failure or an end that a reader is told from now on is the close. */
  void closing();

  /** A failure of ours keeps us from seeing the response. */
  void unreadable();

  /** Ends it if nobody has. */
  void end(StreamEnd how, @Nullable Throwable failure);
}
