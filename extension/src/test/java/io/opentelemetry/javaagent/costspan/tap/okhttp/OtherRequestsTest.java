package io.opentelemetry.javaagent.costspan.tap.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.AllocatedBytes;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import java.io.IOException;
import java.lang.reflect.Proxy;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;

/** The interceptors sit in every client of an application, and few of those talk to an LLM. */
class OtherRequestsTest {

  private static final MediaType JSON = MediaType.get("application/json");

  @Test
  void costNoAllocation() throws IOException {
    OkHttpClient.Builder client = new OkHttpClient.Builder();
    OkHttpTap.addTo(client);
    Interceptor calls = client.interceptors().get(0);
    Interceptor attempts = client.networkInterceptors().get(0);
    try (InstalledCalls installed = InstalledCalls.install()) {
      Interceptor.Chain[] chains = {
        chain("POST", "https://shop.example.com/api/chat?page=1"),
        chain("POST", "https://shop.example.com/orders"),
        chain("GET", "https://api.openai.com/v1/chat/completions"),
        chain("GET", "https://shop.example.com/files/1/content?page=1"),
      };
      Interceptor none = chain -> chain.proceed(chain.request());
      long without = AllocatedBytes.by(() -> passManyTimes(none, none, chains));
      long with = AllocatedBytes.by(() -> passManyTimes(calls, attempts, chains));

      assertThat(with - without).isLessThan(60_000); // less than one byte each
      assertThat(installed.spans()).isEmpty();
    }
  }

  private static void passManyTimes(
      Interceptor calls, Interceptor attempts, Interceptor.Chain[] chains) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      for (Interceptor.Chain chain : chains) {
        calls.intercept(chain);
        attempts.intercept(chain);
      }
    }
  }

  private static Interceptor.Chain chain(String method, String url) {
    RequestBody body = method.equals("POST") ? RequestBody.create("{}", JSON) : null;
    Request request = new Request.Builder().url(url).method(method, body).build();
    Response response = new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create("{}", JSON))
        .build();
    return (Interceptor.Chain) Proxy.newProxyInstance(
        OtherRequestsTest.class.getClassLoader(),
        new Class<?>[] {Interceptor.Chain.class},
        (proxy, asked, arguments) -> asked.getName().equals("request") ? request : response);
  }
}
