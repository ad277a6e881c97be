package io.opentelemetry.javaagent.costspan.tap.bedrock;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Shows a call each event, and passes everything on as it is. */
final class TeeSubscriber<E> implements Subscriber<E> {

  private final Subscriber<? super E> subscriber;
  private final LlmCall call;

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
        call.closing();
        subscription.cancel();
        call.closed();
      }
    };
    call.runAsCaller(() -> subscriber.onSubscribe(watched));
  }

  @Override
  public void onNext(E event) {
    BedrockTap.EVENTS.wrap(call, event);
    call.runAsCaller(() -> subscriber.onNext(event));
  }

  @Override
  public void onError(Throwable failure) {
    call.runAsCaller(() -> subscriber.onError(failure));
  }

  @Override
  public void onComplete() {
    call.runAsCaller(subscriber::onComplete);
  }
}
