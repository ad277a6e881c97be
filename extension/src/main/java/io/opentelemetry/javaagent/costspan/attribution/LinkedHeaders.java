package io.opentelemetry.javaagent.costspan.attribution;

import io.opentelemetry.context.Context;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The named headers of a message that were read to make a link to its sender. Where the agent shows
 * the receiving of messages by spans of their own, it does no more than that, on the thread that
 * begins to process the message a moment later, and throws the context away.
 */
final class LinkedHeaders {

  private static final ThreadLocal<LinkedHeaders> LAST = new ThreadLocal<>();

  /** By which the message is known again; not held. */
  private final Reference<Object> carrier;

  private final @Nullable InboundHeaders headers;

  private LinkedHeaders(Object carrier, @Nullable InboundHeaders headers) {
    this.carrier = new WeakReference<>(carrier);
    this.headers = headers;
  }

  /** Keeps what was read from a carrier, in the place of what was read before. */
  static void keep(Object carrier, Context extracted) {
    LAST.set(new LinkedHeaders(carrier, InboundHeaders.in(extracted)));
  }

  /** Those of this message, if it was the last that was read from, and once only. */
  static @Nullable InboundHeaders take(Object message) {
    LinkedHeaders last = LAST.get();
    if (last == null || last.carrier.get() != message) {
      return null;
    }
    LAST.remove();
    return last.headers;
  }
}
