package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** The tap of OkHttp, one per application class loader. */
final class OkHttpTap {

  static final Tap<Exchange> TAP = new Tap<>("okhttp", OkHttpTap::tee);

  private static final Interceptor CALLS = new CallInterceptor();
  private static final Interceptor ATTEMPTS = new AttemptInterceptor();

  private OkHttpTap() {}

  /** First, and so outermost: what the application's own interceptors do is part of the call. */
  static void addTo(OkHttpClient.Builder builder) {
    addFirst(CALLS, builder.interceptors());
    addFirst(ATTEMPTS, builder.networkInterceptors());
  }

  private static void addFirst(Interceptor ours, List<Interceptor> interceptors) {
    if (!interceptors.contains(ours)) {
      interceptors.add(0, ours);
    }
  }

  /** Whether it is worth to look at a request. Allocates nothing. */
  static boolean mayBegin(Request request) {
    return LlmCalls.mayBegin(request.method(), request.url().toString());
  }

  static @Nullable LlmCall begin(Request request) {
    try {
      return LlmCalls.begin(new OkHttpRequest(request));
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  /** Null, unless a setting asks for what the application does not. */
  static @Nullable AskingRequest asking(Request request, LlmCall call) {
    try {
      return call.asksStreamUsage() ? AskingRequest.of(request) : null;
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  private static Exchange tee(Exchange exchange, LlmCall call) {
    Response response = exchange.response();
    call.headers(response.code(), response::header);
    ResponseBody body = response.body();
    if (body == null) {
      call.endOfBody();
      return exchange;
    }
    return exchange.withBody(new TeeBody(body, call, exchange));
  }
}
