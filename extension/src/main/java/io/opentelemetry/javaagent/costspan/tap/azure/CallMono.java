package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** A response that is a call for each subscription; the call is current while it is sent. */
final class CallMono extends MonoOperator<HttpResponse, HttpResponse> {

  private final AzureRequest request;

  CallMono(Mono<HttpResponse> source, AzureRequest request) {
    super(source);
    this.request = request;
  }

  @Override
  public void subscribe(CoreSubscriber<? super HttpResponse> subscriber) {
    LlmCall call = LlmCalls.begin(request);
    if (call == null) {
      source.subscribe(subscriber);
      return;
    }
    try {
      source.subscribe(new CallSubscriber(subscriber, call));
    } finally {
      call.leaveThread();
    }
  }
}
