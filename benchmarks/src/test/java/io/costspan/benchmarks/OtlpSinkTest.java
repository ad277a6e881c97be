package io.costspan.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OtlpSinkTest {
  @Test
  void noticesWhoseSpansArrived() throws Exception {
    try (OtlpSink sink = new OtlpSink(Duration.ZERO)) {
      post(sink, "/v1/traces", "\n\u000bio.costspan\u0012\u00050.1.0");

      assertThat(sink.takeScopes()).containsExactly("io.costspan");
      assertThat(sink.takeScopes()).isEmpty();
    }
  }

  @Test
  void doesNotTakeACommandLineOrAMetricForASpan() throws Exception {
    try (OtlpSink sink = new OtlpSink(Duration.ZERO)) {
      post(sink, "/v1/traces", "\n\u001eio.costspan.benchmarks.PerCall");
      post(sink, "/v1/metrics", "\n\u000bio.costspan\u0012\u00050.1.0");

      assertThat(sink.takeScopes()).isEmpty();
    }
  }

  @Test
  void takesWhatDatadogsTracerSendsAndTellsItThatItMay() throws Exception {
    try (OtlpSink sink = new OtlpSink(Duration.ZERO)) {
      assertThat(post(sink, "/info", "")).contains("/evp_proxy/v4/", "/v0.4/traces");
      assertThat(post(sink, "/v0.4/traces", "integration:openai")).isEqualTo("{}");
      assertThat(sink.takeScopes()).isEmpty();

      post(sink, "/evp_proxy/v4/api/v2/llmobs", "\u00b2integration:openai");

      assertThat(sink.takeScopes()).containsExactly(OtlpSink.DATADOG);
    }
  }

  private static String post(OtlpSink sink, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(sink.endpoint() + path))
        .POST(BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)))
        .build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
