package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Shows a call what a body subscriber is given, when it is given. A stream that the application
 * closes cancels its subscription; everything else, demand above all, passes as it is.
 */
final class TeeBodySubscriber<T> implements BodySubscriber<T> {

  private final BodySubscriber<T> subscriber;
  private final LlmCall call;

  TeeBodySubscriber(BodySubscriber<T> subscriber, LlmCall call) {
    this.subscriber = subscriber;
    this.call = call;
  }

  @Override
  public CompletionStage<T> getBody() {
    return subscriber.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscriber.onSubscribe(new TeeSubscription(subscription, call));
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      call.bytes(buffer);
    }
    subscriber.onNext(buffers);
  }

  @Override
  public void onError(Throwable failure) {
    call.failed(failure);
    subscriber.onError(failure);
  }

  @Override
  public void onComplete() {
    call.endOfBody();
    subscriber.onComplete();
  }

  /** What the application cancels with. */
  private static final class TeeSubscription implements Subscription {

    private final Subscription subscription;
    private final LlmCall call;

    TeeSubscription(Subscription subscription, LlmCall call) {
      this.subscription = subscription;
      this.call = call;
    }

    @Override
    public void request(long count) {
      subscription.request(count);
    }

    @Override
    public void cancel() {
      call.closing();
      subscription.cancel();
      call.closed();
    }
  }
}
