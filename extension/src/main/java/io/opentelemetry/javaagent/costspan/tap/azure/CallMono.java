package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** A response that is a call for each subscription; the call is current while it is sent. */
final class CallMono extends MonoOperator<HttpResponse, HttpResponse> {

  private final AzureRequest request;
  private final HttpPipelineCallContext azure;
  private final @Nullable Object parent;

  CallMono(Mono<HttpResponse> source, AzureRequest request, HttpPipelineCallContext azure) {
    super(source);
    this.request = request;
    this.azure = azure;
    this.parent = TraceContext.of(azure);
  }

  @Override
  public void subscribe(CoreSubscriber<? super HttpResponse> subscriber) {
    LlmCall call = LlmCalls.begin(request, parent);
    if (call == null) {
      source.subscribe(subscriber);
      return;
    }
    try {
      TraceContext.set(call, azure);
      source.subscribe(new CallSubscriber(subscriber, call));
    } finally {
      call.leaveThread();
    }
  }
}
