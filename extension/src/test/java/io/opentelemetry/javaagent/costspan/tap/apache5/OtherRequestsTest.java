package io.opentelemetry.javaagent.costspan.tap.apache5;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.AllocatedBytes;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.async.methods.SimpleResponseConsumer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.junit.jupiter.api.Test;

/** The advice sits in every client of an application, and few of those talk to an LLM. */
class OtherRequestsTest {

  private static final HttpHost HOST = new HttpHost("https", "shop.example.com", 443);

  private static final ClassicHttpRequest[] REQUESTS = {
    new HttpPost("https://shop.example.com/orders?page=1"),
    new HttpPost("/orders"),
    new HttpPost("https://shop.example.com/api/chat"),
    new HttpGet("https://api.openai.com/v1/chat/completions"),
  };

  private static final AsyncRequestProducer[] PRODUCERS = {
    AsyncRequestBuilder.post("https://shop.example.com/orders?page=1").build(),
    SimpleRequestProducer.create(new SimpleHttpRequest("POST", "/orders")),
    AsyncRequestBuilder.post("https://shop.example.com/api/chat").build(),
    AsyncRequestBuilder.get("https://api.openai.com/v1/chat/completions").build(),
  };

  private static final AsyncResponseConsumer<SimpleHttpResponse> CONSUMER =
      SimpleResponseConsumer.create();

  @Test
  void costNoAllocation() {
    costNoAllocation(OtherRequestsTest::passManyTimes);
  }

  @Test
  void costNoAllocationInTheAsynchronousClients() {
    costNoAllocation(OtherRequestsTest::passManyTimesAsynchronously);
  }

  private static void costNoAllocation(Runnable pass) {
    try (InstalledCalls installed = InstalledCalls.install()) {
      // 80,000 requests: not even a byte each
      assertThat(AllocatedBytes.by(pass::run)).isLessThan(10_000);
      assertThat(installed.spans()).isEmpty();
    }
  }

  @Test
  void areNotThoseForResultsOfABatch() {
    try (InstalledCalls installed = InstalledCalls.install()) {
      HttpGet results = new HttpGet("https://gw.example.com/v1/messages/batches/b/results");

      assertThat(ExecuteAdvice.enter(results, null)).isNull();
      results.setHeader("anthropic-version", "2023-06-01");
      Object sent = ExecuteAdvice.enter(results, null);
      ExecuteAdvice.exit(sent, null);

      assertThat(sent).isNotNull();
      assertThat(installed.failuresAt("tap.apache-httpclient-5")).isZero();
    }
  }

  /** A path that says nothing without its host. */
  @Test
  void areNoCallsBecauseOfTheirPath() {
    try (InstalledCalls installed = InstalledCalls.install()) {
      assertThat(ExecuteAdvice.enter(new HttpPost("https://shop.example.com/api/chat"), null))
          .isNull();
      assertThat(ExecuteAdvice.enter(HOST, new HttpPost("/api/chat"))).isNull();
      assertThat(installed.failuresAt("tap.apache-httpclient-5")).isZero();
    }
  }

  private static void passManyTimes() {
    for (int i = 0; i < 10_000; i++) {
      for (ClassicHttpRequest request : REQUESTS) {
        ExecuteAdvice.exit(ExecuteAdvice.enter(request, null), null);
        ExecuteAdvice.exit(ExecuteAdvice.enter(HOST, request), null);
        ResponseAdvice.exit(request, null);
      }
    }
  }

  private static void passManyTimesAsynchronously() {
    for (int i = 0; i < 10_000; i++) {
      for (AsyncRequestProducer producer : PRODUCERS) {
        AsyncExecuteAdvice.exit(AsyncExecuteAdvice.enter(producer, CONSUMER, null), null);
        AsyncExecuteAtHostAdvice.exit(
            AsyncExecuteAtHostAdvice.enter(HOST, producer, CONSUMER, null), null);
      }
    }
  }
}
