package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the attempts of the calls that are in transport. Holds at most one entry per such
 * call: the identity of the request body that its first attempt sent.
 */
final class Attempts {

  /** The call whose attempt this thread is sending: clients wrap each other, and one is enough. */
  private static final ThreadLocal<CallState> SENDING = new ThreadLocal<>();

  private final Map<Body, CallState> byBody = new ConcurrentHashMap<>();

  /** Counts an attempt, and makes its call current where the SDK has lost the context. */
  @Nullable
  Attempt begin(Object body, Context current) {
    CallState first = CallState.inTransport(current);
    CallState sending = SENDING.get();
    if (sending != null) {
      return first == null && sending.isInTransport() ? goOn(sending) : null;
    }
    if (first == null && byBody.isEmpty()) {
      return null; // a request of anything else, through an SDK that serves many
    }
    CallState call = callOf(body, first);
    if (call == null) {
      return null;
    }
    call.attempted();
    if (call == first) {
      remember(body, call);
    }
    return send(call, call == first);
  }

  /**
   * A body tells more than a thread does: a pool may have the thread of one call send what another
   * has waited with for a connection. Only of a body that several calls send it tells nothing.
   */
  private @Nullable CallState callOf(Object body, @Nullable CallState current) {
    CallState known = byBody.get(new Body(body));
    return known == null || !known.isInTransport() || known.sharesAttemptBody() ? current : known;
  }

  /** Lets a call in transport be found by a body, in the place of one it had before. */
  void remember(Object body, CallState call) {
    Object before = call.knownBy(body);
    if (before != body) {
      if (before != null) {
        forget(before, call);
      }
      put(new Body(body), call);
    }
  }

  /** Of two calls that send one request at once, the body does not tell which makes an attempt. */
  private void put(Body body, CallState call) {
    CallState other = byBody.putIfAbsent(body, call);
    if (other == null) {
      return;
    }
    if (other.isInTransport()) {
      other.shareAttemptBody();
    } else {
      byBody.put(body, call);
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // closed with the attempt
  private static Attempt send(CallState call, boolean isCurrent) {
    Scope scope = isCurrent ? null : call.context().makeCurrent();
    SENDING.set(call);
    return new Attempt(SENDING, scope);
  }

  /** The SDK has made a context of its own current, above another of its clients. */
  @SuppressWarnings("MustBeClosedChecker") // closed with the attempt
  private static Attempt goOn(CallState call) {
    return new Attempt(null, call.context().makeCurrent());
  }

  /** How many calls are remembered. */
  int size() {
    return byBody.size();
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
