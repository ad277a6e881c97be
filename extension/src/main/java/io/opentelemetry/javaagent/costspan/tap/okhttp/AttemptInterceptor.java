package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Around each request that goes over the network: counts those of the calls that {@link
 * CallInterceptor} has begun. Of the others whoever began them counts.
 */
final class AttemptInterceptor implements Interceptor {

  /** Present while this thread sends a call of ours: interceptors run on the caller's thread. */
  private static final ThreadLocal<Boolean> SENDING = new ThreadLocal<>();

  static void callBegins() {
    SENDING.set(Boolean.TRUE);
  }

  static void callEnds() {
    SENDING.remove();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!OkHttpTap.mayBegin(request) || SENDING.get() == null) {
      return chain.proceed(request);
    }
    Attempt attempt = LlmCalls.attempt(request.body());
    try {
      return chain.proceed(request);
    } finally {
      if (attempt != null) {
        attempt.end();
      }
    }
  }
}
