package io.opentelemetry.javaagent.costspan.tap.azure;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.util.context.Context;

/**
 * A body in pieces, which a call sees as the application takes them. The very buffers are passed on:
 * the SDKs read the arrays inside of them.
 */
final class TeeFlux extends FluxOperator<ByteBuffer, ByteBuffer> {

  private final LlmCall call;

  TeeFlux(Flux<ByteBuffer> body, LlmCall call) {
    super(body);
    this.call = call;
  }

  @Override
  public void subscribe(CoreSubscriber<? super ByteBuffer> subscriber) {
    source.subscribe(new TeeSubscriber(subscriber, call));
  }

  /** Passes everything on as it comes; to leave is one way to close. */
  private static final class TeeSubscriber implements CoreSubscriber<ByteBuffer>, Subscription {

    private final CoreSubscriber<? super ByteBuffer> subscriber;
    private final LlmCall call;
    private @Nullable Subscription source;
    private volatile boolean left;

    TeeSubscriber(CoreSubscriber<? super ByteBuffer> subscriber, LlmCall call) {
      this.subscriber = subscriber;
      this.call = call;
    }

    @Override
    public Context currentContext() {
      return subscriber.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      source = subscription;
      subscriber.onSubscribe(this);
    }

    @Override
    public void onNext(ByteBuffer piece) {
      call.bytes(piece);
      subscriber.onNext(piece);
    }

    @Override
    public void onError(Throwable failure) {
      if (!left) {
        call.failed(failure);
      }
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      if (!left) {
        call.endOfBody();
      }
      subscriber.onComplete();
    }

    @Override
    public void request(long count) {
      if (source != null) {
        source.request(count);
      }
    }

    /** A connection that is closed by this may still say on its own thread that all is over. */
    @Override
    public void cancel() {
      left = true;
      if (source != null) {
        source.cancel();
      }
      call.closed();
    }
  }
}
