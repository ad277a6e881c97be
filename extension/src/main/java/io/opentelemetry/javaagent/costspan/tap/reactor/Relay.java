package io.opentelemetry.javaagent.costspan.tap.reactor;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * Stands between a publisher and a subscriber and passes everything on as it is, in both directions;
 * who extends it looks at what goes by.
 */
public abstract class Relay<T> implements CoreSubscriber<T>, Subscription {

  private final CoreSubscriber<? super T> subscriber;
  private @Nullable Subscription source;

  protected Relay(CoreSubscriber<? super T> subscriber) {
    this.subscriber = subscriber;
  }

  @Override
  public Context currentContext() {
    return subscriber.currentContext();
  }

  @Override
  public final void onSubscribe(Subscription subscription) {
    source = subscription;
    subscriber.onSubscribe(this);
  }

  @Override
  public void onNext(T item) {
    subscriber.onNext(item);
  }

  @Override
  public void onError(Throwable failure) {
    subscriber.onError(failure);
  }

  @Override
  public void onComplete() {
    subscriber.onComplete();
  }

  @Override
  public final void request(long count) {
    if (source != null) {
      source.request(count);
    }
  }

  @Override
  public void cancel() {
    if (source != null) {
      source.cancel();
    }
  }
}
