package io.opentelemetry.javaagent.costspan.tap.okhttp;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.javaagent.costspan.call.CallSettings;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.tap.Loopback;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoint;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoints;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
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
        Request network = response.networkResponse().request();
        assertThat(network.body()).isSameAs(request.body());
        assertThat(network.header("Content-Length")).isEqualTo("" + ASK.length());
      }

      assertThat(provider.received()).containsExactly(ASKED); // all of it: the length is right
      assertThat(inputTokens()).isEqualTo(1000);
    }
  }

  /** Which some set for a single body, to be told when a stream stands still. */
  @Test
  void waitAsLongAsTheApplicationSays() throws IOException {
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", UNASKED);
        Response response = client().newCall(ask(provider).build()).execute()) {
      response.body().source().timeout().timeout(200, TimeUnit.MILLISECONDS);

      assertThat(response.body().source().readUtf8(UNASKED.length())).isEqualTo(UNASKED);
      assertThatThrownBy(() -> response.body().source().readByte())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(response.body().source().timeout().timeoutNanos()).isEqualTo(200_000_000);
    }
  }

  /** The application may be shown every response on the way, and each with its request. */
  @Test
  void areShownWithTheApplicationsRequestsAfterARedirectToo() throws IOException {
    try (Loopback provider = Loopback.saying("text/event-stream", EVENTS)) {
      Request request = ask(provider).build();
      OkHttpClient client = client(chain -> {
        Response answer = chain.proceed(chain.request());
        boolean first = chain.request().url().query() == null;
        return first
            ? answer
                .newBuilder()
                .code(307)
                .message("Moved")
                .header("Location", "?a=b")
                .build()
            : answer;
      });
      try (Response response = client.newCall(request).execute()) {
        assertThat(response.body().string()).isEqualTo(UNASKED + END);
        assertThat(response.request().body()).isSameAs(request.body());
        assertThat(response.priorResponse().request()).isSameAs(request);
        assertThat(response.priorResponse().networkResponse().request().body())
            .isSameAs(request.body());
      }

      assertThat(provider.received()).containsExactly(ASKED, ASKED);
      assertThat(inputTokens()).isEqualTo(1000); // of one call
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

  private static OkHttpClient client(Interceptor... network) {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    builder.networkInterceptors().addAll(List.of(network));
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
