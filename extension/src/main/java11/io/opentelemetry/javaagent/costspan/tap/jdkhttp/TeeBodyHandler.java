package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/** A body handler that shows a call the head of the response, and its body. */
final class TeeBodyHandler<T> implements BodyHandler<T> {

  private final BodyHandler<T> handler;
  private final LlmCall call;

  TeeBodyHandler(BodyHandler<T> handler, LlmCall call) {
    this.handler = handler;
    this.call = call;
  }

  @Override
  public @Nullable BodySubscriber<T> apply(ResponseInfo head) {
    HttpHeaders headers = head.headers();
    call.headers(head.statusCode(), name -> headers.firstValue(name).orElse(null));
    BodySubscriber<T> subscriber = handler.apply(head);
    return subscriber == null ? null : new TeeBodySubscriber<>(subscriber, call);
  }
}
