package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import io.costspan.smoke.runner.Ask;

/** The client and the models; the same source for every version of the SDK. */
final class Clients {
  private Clients() {}

  static OpenAIClient connect(String url, int maxRetries) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(url + "/v1")
        .apiKey("sk-smoke-test")
        .maxRetries(maxRetries)
        .build();
  }

  static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD -> "gpt-4.1-mini";
      case SMALL -> "gpt-4o-mini";
      case REASONING -> "gpt-5-mini";
      case UNKNOWN -> "house-model-1";
    };
  }
}
