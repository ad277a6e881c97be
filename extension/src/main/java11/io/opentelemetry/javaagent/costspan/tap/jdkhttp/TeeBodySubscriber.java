package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Shows a call what a body subscriber is given, when it is given. A stream that the application
 * closes cancels its subscription; everything else, demand above all, passes as it is.
 *
 * <p>A failure ends the call once the application has the body. Before, the client says how it ended:
 * to whoever cancels the future, that; a subscriber learns only that the connection broke.
 */
final class TeeBodySubscriber<T> implements BodySubscriber<T> {

  private final BodySubscriber<T> subscriber;
  private final LlmCall call;
  private volatile boolean given;
  private volatile @Nullable Throwable broken;

  TeeBodySubscriber(BodySubscriber<T> subscriber, LlmCall call) {
    this.subscriber = subscriber;
    this.call = call;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the callback does not throw
  public CompletionStage<T> getBody() {
    CompletionStage<T> body = subscriber.getBody();
    try {
      body.whenComplete((value, failure) -> given(failure));
    } catch (RuntimeException ofAStageOfTheApplicationsOwn) {
      given = true; // then its failures end the call
    }
    return body;
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
    broken = failure;
    if (given) {
      call.failed(failure);
    }
    subscriber.onError(failure);
  }

  /** A body in spite of a failure: the client does not tell of that any more. */
  private void given(@Nullable Throwable failure) {
    given = true;
    Throwable seen = broken;
    if (seen != null && failure == null) {
      call.failed(seen);
    }
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
      call.close(subscription::cancel);
    }
  }
}
