package io.costspan.smoke.jdk;

import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/** A stream line by line, one after the other. */
final class Lines implements Subscriber<String> {
  private final Consumer<Object> onLine;
  private final Consumer<Optional<Throwable>> onEnd;
  private volatile Subscription subscription;

  Lines(Consumer<Object> onLine, Consumer<Optional<Throwable>> onEnd) {
    this.onLine = onLine;
    this.onEnd = onEnd;
  }

  /** Who asks learns of an answer that never began from the future alone. */
  void unlessBegun(Throwable failure) {
    if (failure != null && subscription == null) {
      onError(failure);
    }
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(String line) {
    onLine.accept(line);
    subscription.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    onEnd.accept(Optional.of(failure));
  }

  @Override
  public void onComplete() {
    onEnd.accept(Optional.empty());
  }
}
