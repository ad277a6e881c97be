package io.costspan.smoke;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenAI's endpoints that are no chat and no embedding, called by the SDK. */
class EveryEndpointIT {
  private HttpServer provider;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/v1/images/generations", "{\"created\":1,\"data\":[{\"url\":\"https://img.test/1\"}]}");
    answer("/v1/images/edits", """
        {"created":1,"size":"1024x1024","quality":"high","data":[{"b64_json":"AA=="}],
        "usage":{"input_tokens":300,"input_tokens_details":{"image_tokens":250,"text_tokens":50},
        "output_tokens":1000,"total_tokens":1300}}""");
    answer(
        "/v1/audio/transcriptions",
        "{\"text\":\"Hello.\",\"usage\":{\"type\":\"duration\",\"seconds\":90}}");
    answer(
        "/v1/audio/translations",
        "{\"text\":\"Hello.\",\"usage\":{\"type\":\"duration\",\"seconds\":30}}");
    answer("/v1/audio/speech", "sound");
    answer("/v1/moderations", """
        {"id":"modr-1","model":"omni-moderation-latest","results":[]}""");
    answer("/v1/completions", """
        {"id":"cmpl-1","object":"text_completion","created":1,"model":"gpt-3.5-turbo-instruct",
        "choices":[{"text":" a time","index":0,"logprobs":null,"finish_reason":"length"}],
        "usage":{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110}}""");
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void isACallWithAPriceOfItsOwn() {
    Run plain = Launch.bare().run(Jdks.running(), this::endpoints);
    Run run = Launch.in(Environment.current()).run(Jdks.running(), this::endpoints);

    Invisibility.sawTheSame(plain, run);
    List<ReceivedSpan> spans = run.received().spansOf(Run.SCOPE);
    assertThat(spans)
        .extracting(ReceivedSpan::name)
        .containsExactlyInAnyOrder(
            "image_generation dall-e-3",
            "image_generation gpt-image-1",
            "transcription whisper-1",
            "transcription whisper-1",
            "speech tts-1",
            "moderation omni-moderation-latest",
            "text_completion gpt-3.5-turbo-instruct");
    // One image, 1024x1024 in high definition.
    assertThat(costs(spans, "image_generation dall-e-3")).containsExactly(0.08);
    // 50 text tokens at 5, 250 image tokens at 10, 1,000 image tokens out at 40 USD a million.
    assertThat(costs(spans, "image_generation gpt-image-1")).containsExactly(0.04275);
    // 0.006 USD a minute: 90 and 30 seconds.
    assertThat(costs(spans, "transcription whisper-1")).containsExactlyInAnyOrder(0.009, 0.003);
    // 16 characters at 15 USD a million.
    assertThat(costs(spans, "speech tts-1")).containsExactly(0.00024);
    // 100 at 1.50 and 10 at 2.00 USD a million.
    assertThat(costs(spans, "text_completion gpt-3.5-turbo-instruct")).containsExactly(0.00017);
    assertThat(spans)
        .filteredOn(span -> span.name().startsWith("moderation"))
        .singleElement()
        .extracting(ReceivedSpan::attributes)
        .satisfies(free -> {
          assertThat(free.has("gen_ai.usage.cost.amount")).isFalse();
          assertThat(free.has("llm.unpriced.reason")).isFalse();
        });
  }

  private static List<Double> costs(List<ReceivedSpan> spans, String name) {
    return spans.stream()
        .filter(span -> span.name().equals(name))
        .map(ReceivedSpan::attributes)
        .map((Attributes span) -> span.number("gen_ai.usage.cost.amount"))
        .toList();
  }

  private void endpoints(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(App.OPENAI_NEWEST.classPath()))
        .main(
            "io.costspan.smoke.openai.Endpoints",
            "http://127.0.0.1:" + provider.getAddress().getPort());
  }

  private void answer(String path, String body) {
    provider.createContext(path, exchange -> send(exchange, body.getBytes(UTF_8)));
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
