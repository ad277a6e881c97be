package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import io.netty.handler.codec.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.tap.reactor.Relay;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.netty.Connection;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * One subscription to a request, until the application has its response: Reactor Netty may send the
 * request again below it. Found by Reactor's context, in which the request is prepared.
 */
final class Exchange extends Relay<Connection> {

  private final NettyRequest unsent;
  private final Object caller;
  private final Context context;
  private volatile @Nullable LlmCall call;
  private boolean looked;
  private volatile boolean responded;
  private volatile @Nullable CallHandler undecided;

  /**
   * @param unsent the request as it is before there is a connection: without a body
   * @param caller the context of the agent's that the application subscribed in
   */
  Exchange(CoreSubscriber<? super Connection> subscriber, NettyRequest unsent, Object caller) {
    super(subscriber);
    this.unsent = unsent;
    this.caller = caller;
    this.context = subscriber.currentContext().put(Exchange.class, this);
  }

  static @Nullable Exchange in(ContextView context) {
    return context.getOrDefault(Exchange.class, null);
  }

  /**
   * All of a request is about to be on its way; a second time when it is sent again. Who cancels it
   * meanwhile, on another thread, is to find the call.
   */
  synchronized void asked(NettyRequest asked) {
    if (!looked) {
      looked = true;
      LlmCall begun = LlmCalls.begin(asked, caller);
      if (begun != null) {
        begun.leaveThread();
        call = begun;
      }
    }
  }

  /** The head of a response; the call that is to see its body, if it is one. */
  @Nullable
  LlmCall answered(NettyRequest asked, HttpResponse head) {
    asked(asked);
    LlmCall begun = call;
    if (begun != null) {
      responded(begun, head);
    }
    return begun;
  }

  /**
   * A head that Reactor Netty may answer itself, by sending the request again; false where it is none
   * of a call.
   *
   * @param handler has it, and is told when the application is given it
   */
  boolean mayBeAnswered(NettyRequest asked, CallHandler handler) {
    asked(asked);
    undecided = call == null ? null : handler;
    return call != null;
  }

  /** The head has been handed on. */
  void decided() {
    undecided = null;
  }

  void responded(LlmCall begun, HttpResponse head) {
    responded = true;
    ReactorNettyTap.TAP.wrap(begun, head);
  }

  /** The application has its response: a head that comes this far is not answered below it. */
  @Override
  public void onNext(Connection connection) {
    LlmCall begun = call;
    CallHandler handler = undecided;
    if (begun != null && handler != null) {
      undecided = null;
      handler.answers(begun);
    }
    super.onNext(connection);
  }

  @Override
  public Context currentContext() {
    return context;
  }

  @Override
  public void onError(Throwable failure) {
    end(failure);
    super.onError(failure);
  }

  /** After the head of the response has come, how it ends is a matter of its body. */
  @Override
  public void cancel() {
    end(new CancellationException("cancelled before there was a response"));
    super.cancel();
  }

  /** Of who got no connection nothing was written, but it is a call that failed. */
  private void end(Throwable failure) {
    asked(unsent);
    LlmCall begun = call;
    if (begun != null && !responded) {
      begun.failed(failure);
    }
  }
}
