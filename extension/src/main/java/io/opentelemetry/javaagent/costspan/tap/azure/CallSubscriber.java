package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.tap.reactor.Relay;
import java.util.concurrent.CancellationException;
import reactor.core.CoreSubscriber;

/**
 * Passes a response on as it comes, teed. What the application does with it runs in the context that
 * it subscribed from: the next call that it makes is not part of this one.
 */
final class CallSubscriber extends Relay<HttpResponse> {

  private final LlmCall call;
  private volatile boolean responded;

  CallSubscriber(CoreSubscriber<? super HttpResponse> subscriber, LlmCall call) {
    super(subscriber);
    this.call = call;
  }

  @Override
  public void onNext(HttpResponse response) {
    responded = true;
    HttpResponse teed = AzureTap.TAP.wrap(call, response);
    call.runAsCaller(() -> super.onNext(teed));
  }

  @Override
  public void onError(Throwable failure) {
    call.failed(failure);
    call.runAsCaller(() -> super.onError(failure));
  }

  @Override
  public void onComplete() {
    if (!responded) {
      call.endOfBody();
    }
    call.runAsCaller(super::onComplete);
  }

  /** After the response has come, how it ends is a matter of its body. */
  @Override
  public void cancel() {
    if (!responded) {
      call.failed(new CancellationException("cancelled before there was a response"));
    }
    super.cancel();
  }
}
