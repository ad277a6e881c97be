package io.opentelemetry.javaagent.costspan.tap.genai;

import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A chain of OkHttp, each run down which is an attempt of a call. A proxy, because OkHttp 5 has
 * thirty abstract methods here and OkHttp 4 has ten; a run is the one that takes a request.
 */
final class CountingChain implements InvocationHandler {

  private final Interceptor.Chain chain;

  private CountingChain(Interceptor.Chain chain) {
    this.chain = chain;
  }

  static Interceptor.Chain around(Interceptor.Chain chain) {
    Class<?> type = Interceptor.Chain.class;
    return (Interceptor.Chain) Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new CountingChain(chain));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Attempt attempt = arguments != null && arguments[0] instanceof Request
        ? LlmCalls.attempt(((Request) arguments[0]).body())
        : null;
    try {
      return method.invoke(chain, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      if (attempt != null) {
        attempt.end();
      }
    }
  }
}
