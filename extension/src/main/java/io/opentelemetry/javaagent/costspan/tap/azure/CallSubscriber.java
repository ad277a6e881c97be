package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * Passes a response on as it comes, teed. What the application does with it runs in the context that
 * it subscribed from: the next call that it makes is not part of this one.
 */
final class CallSubscriber implements CoreSubscriber<HttpResponse>, Subscription {

  private final CoreSubscriber<? super HttpResponse> subscriber;
  private final LlmCall call;
  private @Nullable Subscription source;
  private volatile boolean responded;

  CallSubscriber(CoreSubscriber<? super HttpResponse> subscriber, LlmCall call) {
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
  public void onNext(HttpResponse response) {
    responded = true;
    HttpResponse teed = AzureTap.TAP.wrap(call, response);
    call.runAsCaller(() -> subscriber.onNext(teed));
  }

  @Override
  public void onError(Throwable failure) {
    call.failed(failure);
    call.runAsCaller(() -> subscriber.onError(failure));
  }

  @Override
  public void onComplete() {
    if (!responded) {
      call.endOfBody();
    }
    call.runAsCaller(subscriber::onComplete);
  }

  @Override
  public void request(long count) {
    if (source != null) {
      source.request(count);
    }
  }

  /** After the response has come, how it ends is a matter of its body. */
  @Override
  public void cancel() {
    if (!responded) {
      call.failed(new CancellationException("cancelled before there was a response"));
    }
    if (source != null) {
      source.cancel();
    }
  }
}
