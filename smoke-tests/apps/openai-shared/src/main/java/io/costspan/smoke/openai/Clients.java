package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;

/** The client; the same source for every version of the SDK. */
final class Clients {
  private Clients() {}

  static OpenAIClient connect(String url, int maxRetries) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(url + "/v1")
        .apiKey("sk-smoke-test")
        .maxRetries(maxRetries)
        .build();
  }
}
