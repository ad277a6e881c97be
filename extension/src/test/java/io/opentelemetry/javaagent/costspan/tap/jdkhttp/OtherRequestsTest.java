package io.opentelemetry.javaagent.costspan.tap.jdkhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.AllocatedBytes;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The advice sits in every client of an application, and few of those talk to an LLM. */
class OtherRequestsTest {

  private static final BodyHandler<String> HANDLER = BodyHandlers.ofString();

  private static final HttpRequest[] REQUESTS = {
    post("https://shop.example.com/api/chat?page=1"),
    post("https://shop.example.com/orders"),
    HttpRequest.newBuilder(URI.create("https://api.openai.com/v1/chat/completions"))
        .build(),
  };

  @Test
  void costNoAllocation() {
    try (InstalledCalls installed = InstalledCalls.install()) {
      // 60,000 requests: not even a byte each
      assertThat(AllocatedBytes.by(OtherRequestsTest::passManyTimes)).isLessThan(10_000);
      assertThat(installed.spans()).isEmpty();
    }
  }

  private static void passManyTimes() {
    for (int i = 0; i < 10_000; i++) {
      for (HttpRequest request : REQUESTS) {
        SendAdvice.exit(SendAdvice.enter(request, HANDLER), null);
        SendAsyncAdvice.exit(SendAsyncAdvice.enter(request, HANDLER), null, null);
      }
    }
  }

  private static HttpRequest post(String url) {
    return HttpRequest.newBuilder(URI.create(url))
        .POST(BodyPublishers.ofString("{}"))
        .build();
  }
}
