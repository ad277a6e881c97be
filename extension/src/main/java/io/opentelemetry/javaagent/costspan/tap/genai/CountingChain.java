package io.opentelemetry.javaagent.costspan.tap.genai;

import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A chain of OkHttp, each run down which is an attempt of a call. */
final class CountingChain implements Interceptor.Chain {

  private final Interceptor.Chain chain;

  CountingChain(Interceptor.Chain chain) {
    this.chain = chain;
  }

  @Override
  public Response proceed(Request request) throws IOException {
    Attempt attempt = LlmCalls.attempt(request.body());
    try {
      return chain.proceed(request);
    } finally {
      if (attempt != null) {
        attempt.end();
      }
    }
  }

  @Override
  public Request request() {
    return chain.request();
  }

  @Override
  public @Nullable Connection connection() {
    return chain.connection();
  }

  @Override
  public Call call() {
    return chain.call();
  }

  @Override
  public int connectTimeoutMillis() {
    return chain.connectTimeoutMillis();
  }

  @Override
  public Interceptor.Chain withConnectTimeout(int timeout, TimeUnit unit) {
    return new CountingChain(chain.withConnectTimeout(timeout, unit));
  }

  @Override
  public int readTimeoutMillis() {
    return chain.readTimeoutMillis();
  }

  @Override
  public Interceptor.Chain withReadTimeout(int timeout, TimeUnit unit) {
    return new CountingChain(chain.withReadTimeout(timeout, unit));
  }

  @Override
  public int writeTimeoutMillis() {
    return chain.writeTimeoutMillis();
  }

  @Override
  public Interceptor.Chain withWriteTimeout(int timeout, TimeUnit unit) {
    return new CountingChain(chain.withWriteTimeout(timeout, unit));
  }
}
