package io.opentelemetry.javaagent.costspan.tap.okhttp;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.call.CallSettings;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.tap.Loopback;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoint;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoints;
import java.io.IOException;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chat streams that only a setting asks for their usage. */
class AskedUsageTest {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final String ASK = "{\"model\":\"gpt-4.1-mini\",\"stream\":true}";

  private static final String ASKED = "{\"stream_options\":{\"include_usage\":true},"
      + "\"model\":\"gpt-4.1-mini\",\"stream\":true}";

  private static final String UNASKED = "data: {\"choices\":[{\"index\":0,\"delta\":"
      + "{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}\n\n";
  private static final String END = "data: [DONE]\n\n";

  private static final String EVENTS = UNASKED.replace("]}\n", "],\"usage\":null}\n")
      + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}\n\n"
      + END;

  private InstalledCalls calls = asking("openai");

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void areToldAndHidden() throws IOException {
    try (Loopback provider = Loopback.saying("text/event-stream", EVENTS)) {
      Request request =
          ask(provider).header("Content-Length", "" + ASK.length()).build();
      try (Response response = client().newCall(request).execute()) {
        assertThat(response.body().contentLength()).isEqualTo(-1);
        assertThat(response.body().string()).isEqualTo(UNASKED + END);
        assertThat(response.request()).isSameAs(request);
      }

      assertThat(provider.received()).containsExactly(ASKED); // all of it: the length is right
      assertThat(inputTokens()).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE",
    "Content-Digest, sha-256=:abc=:",
    "Accept-Encoding, identity",
  })
  void areNotAskedForWhatIsSignedOrUnpackedByTheApplication(String header, String value)
      throws IOException {
    try (Loopback provider = Loopback.saying("text/event-stream", EVENTS)) {
      Request request = ask(provider).header(header, value).build();
      try (Response response = client().newCall(request).execute()) {
        assertThat(response.body().string()).isEqualTo(EVENTS);
      }

      assertThat(provider.received()).containsExactly(ASK);
    }
  }

  @Test
  void areNotAskedForWithABodyThatIsGoodForOnce() throws IOException {
    try (Loopback provider = Loopback.saying("text/event-stream", EVENTS)) {
      Request request = ask(provider).post(once()).build();
      try (Response response = client().newCall(request).execute()) {
        assertThat(response.body().string()).isEqualTo(EVENTS);
      }

      assertThat(provider.received()).containsExactly(ASK);
    }
  }

  @Test
  void areNotAskedOfWhoRefuses() throws IOException {
    calls.close();
    calls = asking("mistral_ai");
    try (Loopback provider = Loopback.saying("text/event-stream", EVENTS)) {
      try (Response response = client().newCall(ask(provider).build()).execute()) {
        assertThat(response.body().string()).isEqualTo(EVENTS);
      }

      assertThat(provider.received()).containsExactly(ASK);
      assertThat(inputTokens()).isEqualTo(1000);
    }
  }

  private Long inputTokens() {
    return calls.onlySpan().getAttributes().get(longKey("gen_ai.usage.input_tokens"));
  }

  private static InstalledCalls asking(String provider) {
    KnownEndpoint here = new KnownEndpoint("127.0.0.1", provider, null);
    return InstalledCalls.install(
        PriceBook.bundled(),
        CallSettings.standard().with(KnownEndpoints.of(List.of(here))).askingStreamUsage(true));
  }

  private static OkHttpClient client() {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    OkHttpClientAdvice.enter(builder);
    return builder.build();
  }

  private static Request.Builder ask(Loopback provider) {
    return new Request.Builder()
        .url(provider.url("/v1/chat/completions"))
        .post(RequestBody.create(ASK, JSON));
  }

  private static RequestBody once() {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return JSON;
      }

      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public long contentLength() {
        return ASK.length();
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.writeUtf8(ASK);
      }
    };
  }
}
