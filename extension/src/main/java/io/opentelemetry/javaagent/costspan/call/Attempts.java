package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the attempts of the calls that are in transport. Holds at most one entry per such
 * call: the identity of the request body that its first attempt sent.
 */
final class Attempts {

  private final Map<Body, CallState> byBody = new ConcurrentHashMap<>();

  /** Counts an attempt, and makes its call current where the SDK has lost the context. */
  @SuppressWarnings("MustBeClosedChecker") // closed by the exit advice of the same method
  @Nullable
  AutoCloseable begin(Object body, Context current) {
    CallState call = CallState.inTransport(current);
    if (call != null) {
      call.attempted();
      byBody.putIfAbsent(new Body(body), call);
      call.remembered(body);
      return null;
    }
    CallState retried = byBody.get(new Body(body));
    if (retried == null || !retried.isInTransport()) {
      return null;
    }
    retried.attempted();
    return retried.context().makeCurrent();
  }

  void forget(Object body, CallState call) {
    byBody.remove(new Body(body), call);
  }

  /** A request body, equal only to itself. */
  private static final class Body {

    private final Object body;

    Body(Object body) {
      this.body = body;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Body && ((Body) other).body == body;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(body);
    }
  }
}
