package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.time.Duration;

/** The client; the same source for every version of the SDK. */
final class Clients {
  private Clients() {}

  static OpenAIClient connect(String url, int maxRetries) {
    OpenAIOkHttpClient.Builder client = OpenAIOkHttpClient.builder()
        .baseUrl(url + "/v1")
        .apiKey("sk-smoke-test")
        .maxRetries(maxRetries);
    Long timeoutMillis = Long.getLong("client.timeout.millis");
    if (timeoutMillis != null) {
      client.timeout(Duration.ofMillis(timeoutMillis));
    }
    return client.build();
  }
}
