package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.telemetry.KnownPayer;
import io.opentelemetry.javaagent.costspan.wire.SocketEvent;
import io.opentelemetry.javaagent.costspan.wire.SocketProtocol;
import io.opentelemetry.javaagent.costspan.wire.SocketReader;
import io.opentelemetry.javaagent.costspan.wire.SocketStep;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tap's hold on a WebSocket: sees what is sent and received, and makes calls of it. A message is
 * not kept. May be used from any thread; nothing here throws. Nothing that outlives the
 * application's use of the connection may refer to this object.
 */
public final class SocketCalls {

  /** Present while a tap's client opens a connection, which another tap below may see too. */
  private static final ThreadLocal<SocketCalls> OPENING = new ThreadLocal<>();

  private final SocketProtocol protocol;
  private final SocketMessage unasked;
  private final CallFactory factory;
  private final SocketSession session;
  private final OpenSocketCalls open;
  private final Context opened = Context.current();
  private final KnownPayer opener;
  private final SocketReader received = new SocketReader();
  private volatile boolean closing;

  private SocketCalls(SocketProtocol protocol, WireRequest request, CallFactory factory) {
    String base = factory.baseUrl(request);
    this.protocol = protocol;
    this.unasked = new SocketMessage(request, base);
    this.factory = factory;
    String model = request.parameter("model");
    this.session = new SocketSession(model != null ? model : request.parameter("deployment"));
    String shared = request.parameter("call_id");
    this.open = new OpenSocketCalls(
        protocol, shared == null ? new EndedCalls() : factory.endedIn(base + ' ' + shared));
    this.opener = factory.payerIn(opened);
  }

  /** Null where a client further out is opening the same connection. */
  static @Nullable SocketCalls enter(
      SocketProtocol protocol, WireRequest connection, CallFactory factory) {
    if (OPENING.get() != null) {
      return null;
    }
    SocketCalls calls = new SocketCalls(protocol, connection, factory);
    OPENING.set(calls);
    return calls;
  }

  /** The SDK's method that opens the connection returns. On the thread that it was entered on. */
  public void leaveThread() {
    OPENING.remove();
  }

  /**
   * The application is about to send a message, on this thread.
   *
   * @return what to hand to {@link #notSent} should that fail; null when there is nothing to undo
   */
  public @Nullable Object sending(String message) {
    try {
      return SocketReader.mayMatter(message) ? asked(message) : null;
    } catch (Throwable t) {
      LlmCalls.failed("call", t);
      return null;
    }
  }

  /** Sending threw. */
  public void notSent(@Nullable Object sending, Throwable failure) {
    if (sending instanceof SocketCall) {
      SocketCall call = (SocketCall) sending;
      open.remove(call);
      call.call().failed(failure);
    }
  }

  /** The server's next message, before the application sees it. */
  public void received(String message) {
    try {
      synchronized (received) {
        SocketEvent event = received.read(message);
        if (event != null) {
          take(event, message);
        }
        if (open.isEmpty()) {
          received.rest();
        }
      }
    } catch (Throwable t) {
      LlmCalls.failed("call", t);
    }
  }

  /** The application begins to close: a call that the server does not answer any more ends by that. */
  public void closing() {
    closing = true;
  }

  /** The application closed the connection. */
  public void closed() {
    endAll(LlmCall::closed);
  }

  /** The connection is closed: by the server, unless the application had begun to. */
  public void closedByServer() {
    endAll(closing ? LlmCall::closed : LlmCall::endOfBody);
  }

  /** The connection broke: by itself, unless the application had begun to close it. */
  public void failed(Throwable failure) {
    endAll(closing ? LlmCall::closed : call -> call.failed(failure));
  }

  private void endAll(Consumer<LlmCall> end) {
    open.close().forEach(call -> end.accept(call.call()));
  }

  /** Without a lock, for many may send: calls are in the order in which they are about to be sent. */
  private @Nullable SocketCall asked(String message) {
    SocketReader sent = new SocketReader();
    SocketEvent event = sent.read(message);
    sent.rest();
    if (event == null) {
      return null;
    }
    if (event.step() == SocketStep.SESSION) {
      session.learn(event);
    }
    return event.step() == SocketStep.ASKS ? begin(event, message, Context.current(), null) : null;
  }

  private void take(SocketEvent event, String message) {
    SocketStep step = event.step();
    if (step == SocketStep.SESSION) {
      session.learn(event);
    } else if (step != SocketStep.NONE && step != SocketStep.ASKS) {
      show(event, message);
    }
  }

  private void show(SocketEvent event, String message) {
    SocketCall known = open.of(event);
    SocketCall call =
        known == null && beginsByItself(event) ? begin(event, null, opened, opener) : known;
    if (call == null) {
      return;
    }
    SocketStep step = event.step();
    if (step == SocketStep.ENDS || step == SocketStep.ERROR) {
      call.end(step, open.end(call) ? message : event.bare());
    } else {
      call.show(step, message);
    }
  }

  /** Audio is written down only where somebody wants it, and then nobody has to ask. */
  private boolean beginsByItself(SocketEvent event) {
    if (event.callId() == null || open.hasEnded(event)) {
      return false;
    }
    switch (event.step()) {
      case BEGINS:
        return !event.isOfTranscription() || session.modelOf(event) != null;
      case OUTPUT:
        return event.isOfTranscription();
      default:
        return event.step() == SocketStep.ENDS;
    }
  }

  /**
   * @param json null when the server begins it, which has no request
   * @param payer null for who is known to this thread
   */
  private @Nullable SocketCall begin(
      SocketEvent event, @Nullable String json, Context context, @Nullable KnownPayer payer) {
    if (open.isOver()) {
      return null;
    }
    LlmCall call = factory.begin(
        json == null ? unasked : unasked.asking(json),
        protocol.format(event.isOfTranscription()),
        ModelHint.within(context, session.modelOf(event)),
        payer);
    call.leaveThread();
    SocketCall begun = new SocketCall(call, event);
    SocketCall surplus = open.add(begun);
    if (surplus != null) {
      surplus.call().closed();
    }
    return begun;
  }
}
