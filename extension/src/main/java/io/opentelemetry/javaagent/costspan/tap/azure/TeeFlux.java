package io.opentelemetry.javaagent.costspan.tap.azure;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.tap.reactor.Relay;
import java.nio.ByteBuffer;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

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
  private static final class TeeSubscriber extends Relay<ByteBuffer> {

    private final LlmCall call;
    private volatile boolean left;

    TeeSubscriber(CoreSubscriber<? super ByteBuffer> subscriber, LlmCall call) {
      super(subscriber);
      this.call = call;
    }

    @Override
    public void onNext(ByteBuffer piece) {
      call.bytes(piece);
      super.onNext(piece);
    }

    @Override
    public void onError(Throwable failure) {
      if (!left) {
        call.failed(failure);
      }
      super.onError(failure);
    }

    @Override
    public void onComplete() {
      if (!left) {
        call.endOfBody();
      }
      super.onComplete();
    }

    /** A connection that is closed by this may still say on its own thread that all is over. */
    @Override
    public void cancel() {
      left = true;
      super.cancel();
      call.closed();
    }
  }
}
