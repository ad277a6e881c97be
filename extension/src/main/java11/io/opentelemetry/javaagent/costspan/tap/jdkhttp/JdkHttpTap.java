package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import io.opentelemetry.javaagent.costspan.call.TeeFuture;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tap of the JDK's HTTP client. A response is seen by its body handler, not by its object. */
final class JdkHttpTap {

  private static final Tap<HttpResponse<?>> TAP =
      new Tap<>("jdk-http", (response, call) -> response);

  private JdkHttpTap() {}

  /** The call and the body handler to send with; null, and nothing allocated, for other requests. */
  static Object @Nullable [] begin(
      @Nullable HttpRequest request, @Nullable BodyHandler<?> handler) {
    try {
      if (request == null
          || handler == null
          || !LlmCalls.mayBegin(request.method(), request.uri().toString())) {
        return null;
      }
      LlmCall call = LlmCalls.begin(new JdkHttpRequest(request));
      return call == null ? null : new Object[] {call, new TeeBodyHandler<>(handler, call)};
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  static void finish(Object @Nullable [] begun, @Nullable Throwable failure) {
    if (begun != null) {
      TAP.finish((LlmCall) begun[0], null, failure);
    }
  }

  /**
   * A future that behaves as the client's own: cancelling it, or what is derived from it, cancels
   * the exchange. Null leaves the client's.
   */
  static <T> @Nullable CompletableFuture<HttpResponse<T>> finishAsync(
      Object @Nullable [] begun,
      @Nullable CompletableFuture<HttpResponse<T>> future,
      @Nullable Throwable failure) {
    finish(begun, failure);
    if (begun == null || future == null) {
      return null;
    }
    try {
      CompletableFuture<HttpResponse<T>> ours = future.newIncompleteFuture();
      LlmCall call = (LlmCall) begun[0];
      return TeeFuture.into(ours, future, call, response -> response, call::failed);
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }
}
