package io.costspan.smoke.genai;

import com.google.genai.Client;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** google-genai as a client of the Gemini API. */
final class NewestGenai extends AnyGenai {
  private NewestGenai(Client client) {
    super(client);
  }

  /** The SDK waits for a second before its first retry unless it is told otherwise. */
  static LlmSdk connect(String url, int maxRetries) {
    HttpRetryOptions retries =
        HttpRetryOptions.builder().attempts(maxRetries + 1).initialDelay(0.001).build();
    return new NewestGenai(Client.builder()
        .apiKey("AIza-smoke-test")
        .httpOptions(HttpOptions.builder().baseUrl(url).retryOptions(retries).build())
        .build());
  }

  @Override
  public Set<Feature> features() {
    return Feature.usualAnd(Feature.EMBEDDINGS);
  }

  /** With its headers, but for the time of day. */
  @Override
  public String shown(Object result) {
    if (!(result instanceof GenerateContentResponse response)) {
      return String.valueOf(result);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.sdkHttpResponse().flatMap(http -> http.headers()).ifPresent(headers::putAll);
    headers.remove("Date");
    return headers + " " + response.toBuilder().clearSdkHttpResponse().build();
  }
}
