package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request that this thread is sending as a call, from where it is executed to where the response
 * comes from. An interceptor may send others in between: the object tells which is meant.
 */
final class Sent {

  private static final ThreadLocal<Sent> CURRENT = new ThreadLocal<>();

  private final ClassicHttpRequest request;
  private final LlmCall call;

  private Sent(ClassicHttpRequest request, LlmCall call) {
    this.request = request;
    this.call = call;
  }

  static Sent begin(ClassicHttpRequest request, LlmCall call) {
    Sent sent = new Sent(request, call);
    CURRENT.set(sent);
    return sent;
  }

  /** The call whose response this is, handed out once; null for other requests. */
  static @Nullable LlmCall take(ClassicHttpRequest request) {
    Sent sent = CURRENT.get();
    if (sent == null || sent.request != request) {
      return null;
    }
    CURRENT.remove();
    return sent.call;
  }

  LlmCall call() {
    return call;
  }

  void end() {
    if (CURRENT.get() == this) {
      CURRENT.remove();
    }
  }
}
