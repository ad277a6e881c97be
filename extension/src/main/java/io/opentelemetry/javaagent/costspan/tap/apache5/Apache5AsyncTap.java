package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.Tap;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The tap of the asynchronous clients of Apache HttpClient 5. A response is seen by its consumer,
 * and the end of a call that got none by its consumer or its callback.
 */
final class Apache5AsyncTap {

  private static final Tap<Object> TAP =
      new Tap<>("apache-httpclient-5", (response, call) -> response);

  private Apache5AsyncTap() {}

  /** The call, its consumer and callback; null, and nothing allocated, for other requests. */
  static Object @Nullable [] begin(
      @Nullable HttpHost host,
      @Nullable AsyncRequestProducer producer,
      @Nullable AsyncResponseConsumer<?> consumer,
      @Nullable FutureCallback<?> callback) {
    if (producer == null || consumer == null) {
      return null;
    }
    try {
      LlmCall call = begin(host, producer);
      return call == null ? null : teed(call, consumer, callback);
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  private static Object[] teed(
      LlmCall call, AsyncResponseConsumer<?> consumer, @Nullable FutureCallback<?> callback) {
    TeeConsumer<?> teed = new TeeConsumer<>(consumer, call);
    return new Object[] {call, teed, new TeeCallback<>(callback, teed, call)};
  }

  private static @Nullable LlmCall begin(@Nullable HttpHost host, AsyncRequestProducer producer)
      throws Exception {
    ToldRequest told = ToldRequest.of(producer);
    if (told == null) {
      return null;
    }
    try {
      HttpRequest request = told.request();
      return request != null && Apache5Tap.mayBegin(host, request)
          ? Apache5Tap.begin(host, request, told.body())
          : null;
    } finally {
      told.release();
    }
  }

  static void finish(Object @Nullable [] begun, @Nullable Throwable failure) {
    if (begun != null) {
      TAP.finish((LlmCall) begun[0], null, failure);
    }
  }
}
