package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/** One attempt of a call, from when a client is asked to send it until the client returns. */
public final class Attempt {

  private final @Nullable ThreadLocal<CallState> sending;
  private final @Nullable Scope scope;

  /**
   * @param sending to be cleared at the end; null where somebody further out does that
   */
  Attempt(@Nullable ThreadLocal<CallState> sending, @Nullable Scope scope) {
    this.sending = sending;
    this.scope = scope;
  }

  /** The client returned; on the thread that began the attempt. */
  public void end() {
    try {
      if (sending != null) {
        sending.remove();
      }
      if (scope != null) {
        scope.close();
      }
    } catch (Throwable t) {
      LlmCalls.failed("call", t);
    }
  }
}
