package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Shows a call each event, and passes everything on as it is. */
final class TeeSubscriber<E> implements Subscriber<E> {

  private final Subscriber<? super E> subscriber;
  private final LlmCall call;
  private volatile boolean complete;
  private volatile @Nullable Throwable failure;

  TeeSubscriber(Subscriber<? super E> subscriber, LlmCall call) {
    this.subscriber = subscriber;
    this.call = call;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    Subscription watched = new Subscription() {
      @Override
      public void request(long count) {
        subscription.request(count);
      }

      @Override
      public void cancel() {
        cancelled(subscription);
      }
    };
    call.runAsCaller(() -> subscriber.onSubscribe(watched));
  }

  @Override
  public void onNext(E event) {
    BedrockTap.EVENTS.wrap(call, event);
    call.runAsCaller(() -> subscriber.onNext(event));
  }

  /** No end of the call yet: the SDK may start the response over, unless the application cancels. */
  @Override
  public void onError(Throwable thrown) {
    failure = thrown;
    call.runAsCaller(() -> subscriber.onError(thrown));
  }

  @Override
  public void onComplete() {
    complete = true;
    call.runAsCaller(subscriber::onComplete);
  }

  /**
   * Whoever leaves when all has come does not leave early. After a failure, the failure was the end,
   * told before the SDK hears of the cancelling: it fails the future with that, on another thread.
   */
  private void cancelled(Subscription subscription) {
    Throwable seen = failure;
    if (seen == null && !complete) {
      call.close(subscription::cancel);
      return;
    }
    if (seen != null) {
      BedrockTap.STREAMS.end(call, seen);
    }
    subscription.cancel();
  }
}
