package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Around everything that a client does with a request: redirects and retries are below it. */
final class CallInterceptor implements Interceptor {

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    return OkHttpTap.mayBegin(request) ? looked(chain, request) : chain.proceed(request);
  }

  private static Response looked(Chain chain, Request request) throws IOException {
    Exchange exchange = Exchange.begin(chain.call());
    LlmCall call = OkHttpTap.begin(request);
    if (call == null) {
      return chain.proceed(request);
    }
    AskingRequest asking = OkHttpTap.asking(request, call);
    return asking == null
        ? seen(chain, request, call, exchange)
        : seen(chain, asking.sent(), call, exchange.asking(asking));
  }

  private static Response seen(Chain chain, Request request, LlmCall call, Exchange exchange)
      throws IOException {
    Response response;
    AttemptInterceptor.callBegins();
    try {
      response = chain.proceed(request);
    } catch (Throwable t) {
      OkHttpTap.TAP.finish(call, null, exchange.reason(t));
      throw t;
    } finally {
      AttemptInterceptor.callEnds();
    }
    Exchange teed = OkHttpTap.TAP.finish(call, exchange.with(response), null);
    return teed == null ? response : teed.response();
  }
}
