package io.opentelemetry.javaagent.costspan.tap.okhttp;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.javaagent.costspan.call.CallSettings;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.price.PriceBook;
import io.opentelemetry.javaagent.costspan.tap.Loopback;
import io.opentelemetry.javaagent.costspan.tap.Results;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoint;
import io.opentelemetry.javaagent.costspan.wire.KnownEndpoints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The interceptor in a real client, over loopback. */
class OkHttpTapTest {

  private static final AttributeKey<Long> INPUT = longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> OUTCOME = stringKey("llm.outcome");
  private static final AttributeKey<String> STREAM_END = stringKey("llm.stream.end");

  private static final AttributeKey<Long> RESEND_COUNT = longKey("http.request.resend_count");

  private static final AttributeKey<Double> COST = doubleKey("gen_ai.usage.cost.amount");

  private static final MediaType JSON = MediaType.get("application/json");
  private static final String CHAT = "/v1/chat/completions";
  private static final String ASK = "{\"model\":\"gpt-4.1-mini\",\"messages\":[]}";

  private static final String ANSWER = "{\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{"
      + "\"index\":0,\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}],"
      + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}";

  private static final String FIRST_EVENT = "data: {\"model\":\"gpt-4.1-mini-2025-04-14\","
      + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"finish_reason\":null}]}\n\n";

  private static final String EVENTS = FIRST_EVENT
      + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
      + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}\n\n"
      + "data: [DONE]\n\n";

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  /** The ways in which applications read a body. */
  private enum Reader {
    STRING {
      @Override
      String read(Response response) throws IOException {
        return response.body().string();
      }
    },
    STREAM {
      @Override
      String read(Response response) throws IOException {
        try (InputStream in = response.body().byteStream()) {
          return new String(in.readAllBytes(), UTF_8);
        }
      }
    },
    CHARACTERS {
      @Override
      String read(Response response) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = response.body().charStream().read(); c >= 0; ) {
          text.append((char) c);
          c = response.body().charStream().read();
        }
        return text.toString();
      }
    },
    SOURCE {
      @Override
      String read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        StringBuilder text = new StringBuilder();
        while (!source.exhausted()) {
          text.append(source.readUtf8(Math.min(7, source.getBuffer().size())));
        }
        return text.toString();
      }
    },
    PEEKED {
      @Override
      String read(Response response) throws IOException {
        String peeked = response.peekBody(Long.MAX_VALUE).string();
        assertThat(response.body().string()).isEqualTo(peeked);
        return peeked;
      }
    };

    abstract String read(Response response) throws IOException;
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void theReaderSeesWhatItWouldSeeAndTheCallSeesEachByteOnce(Reader reader) throws Exception {
    try (Loopback provider = Loopback.saying("application/json; charset=utf-8", ANSWER);
        Response response = client().newCall(ask(provider)).execute()) {
      assertThat(response.body().contentLength()).isEqualTo(ANSWER.length());
      assertThat(response.body().contentType())
          .isEqualTo(MediaType.get("application/json; charset=utf-8"));
      assertThat(reader.read(response)).isEqualTo(ANSWER);
    }
    assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
    assertThat(calls.onlySpan().getAttributes().get(MODEL)).isEqualTo("gpt-4.1-mini");
  }

  @Test
  void theResultsOfABatchAreReadOnce() throws Exception {
    try (Loopback provider = Loopback.saying("application/x-jsonl", Results.OF_ANTHROPIC)) {
      Request request = new Request.Builder()
          .url(provider.url(Results.PATH))
          .header("anthropic-version", "2023-06-01")
          .build();
      for (int i = 0; i < 2; i++) {
        try (Response response = client().newCall(request).execute()) {
          assertThat(response.body().string()).isEqualTo(Results.OF_ANTHROPIC);
        }
      }
    }
    assertThat(calls.spans()).hasSize(2);
    assertThat(calls.sumOf("llm.cost")).isEqualTo(Results.USD);
  }

  @Test
  void theRequestIsSentAsItWas() throws Exception {
    try (Loopback provider = Loopback.saying("application/json", ANSWER);
        Response response = client().newCall(ask(provider)).execute()) {
      assertThat(response.isSuccessful()).isTrue();
      assertThat(provider.received()).containsExactly(ASK);
    }
  }

  @Test
  void theTerminalEventEndsACallWhoseStreamIsNeverClosed() throws Exception {
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", EVENTS)) {
      Response response = client().newCall(ask(provider)).execute();
      BufferedSource source = response.body().source();
      while (!source.readUtf8LineStrict().equals("data: [DONE]")) {
        // What comes before.
      }

      assertThat(calls.onlySpan().getAttributes().get(STREAM_END)).isEqualTo("complete");
      response.close();
    }
    assertThat(calls.spans()).hasSize(1);
  }

  @Test
  void anEventIsHandedOverBeforeTheNextOneIsThere() throws Exception {
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", FIRST_EVENT);
        Response response = client().newCall(ask(provider)).execute()) {
      assertThat(response.body().source().readUtf8Line() + "\n\n").isEqualTo(FIRST_EVENT);
    }
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
  }

  @Test
  void aCancelledCallIsNoError() throws Exception {
    try (Loopback provider = Loopback.silent()) {
      Call call = client().newCall(ask(provider));
      CompletableFuture<IOException> failure = failureOf(call);
      provider.awaitRequest();

      call.cancel();

      assertThat(failure.join()).isInstanceOf(IOException.class);
    }
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
  }

  @Test
  void aCallThatTookTooLongIsATimeout() throws Exception {
    OkHttpClient impatient =
        client().newBuilder().callTimeout(Duration.ofMillis(300)).build();
    try (Loopback provider = Loopback.silent()) {
      assertThatThrownBy(() -> impatient.newCall(ask(provider)).execute()).hasMessage("timeout");
    }
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("timeout");
  }

  @Test
  void aReadThatTakesTooLongIsATimeout() throws Exception {
    OkHttpClient impatient =
        client().newBuilder().readTimeout(Duration.ofMillis(300)).build();
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", FIRST_EVENT);
        Response response = impatient.newCall(ask(provider)).execute()) {
      assertThatThrownBy(() -> response.body().string()).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("timeout");
  }

  @Test
  void whatNobodyClosesIsReaped() throws Exception {
    try (Loopback provider = Loopback.stuckAfter("text/event-stream", FIRST_EVENT)) {
      leave(client().newCall(ask(provider)));

      calls.collectUntilEnded();
    }
    assertThat(calls.onlySpan().getAttributes().get(STREAM_END)).isEqualTo("reaped");
  }

  @Test
  void aClientMadeFromAnotherIsTappedOnce() {
    Interceptor application = chain -> chain.proceed(chain.request());
    OkHttpClient.Builder other = client().newBuilder().addInterceptor(application);
    OkHttpTap.addTo(other);

    assertThat(other.interceptors()).hasSize(2).last().isSameAs(application);
    assertThat(other.networkInterceptors()).hasSize(1);
  }

  @Test
  void whatAnInterceptorRetriesIsOneCall() throws Exception {
    OkHttpClient retrying = client()
        .newBuilder()
        .addInterceptor(chain -> {
          chain.proceed(chain.request()).close();
          return chain.proceed(chain.request());
        })
        .build();
    try (Loopback provider = Loopback.saying("application/json", ANSWER);
        Response response = retrying.newCall(ask(provider)).execute()) {
      assertThat(response.body().string()).isEqualTo(ANSWER);
      assertThat(provider.received()).hasSize(2);
    }
    assertThat(calls.onlySpan().getAttributes().get(RESEND_COUNT)).isEqualTo(1);
  }

  /** It would be gone when the client wants to send it. */
  @Test
  void aBodyThatMayBeAStreamIsNotRead() throws Exception {
    InputStream once = new ByteArrayInputStream(ASK.getBytes(UTF_8));
    RequestBody body = new RequestBody() {
      @Override
      public MediaType contentType() {
        return JSON;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.writeAll(Okio.source(once));
      }
    };
    try (Loopback provider = Loopback.saying("application/json", ANSWER);
        Response response = client()
            .newCall(new Request.Builder().url(provider.url(CHAT)).post(body).build())
            .execute()) {
      assertThat(response.body().string()).isEqualTo(ANSWER);
      assertThat(provider.received()).containsExactly(ASK);
    }
    assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
  }

  @Test
  void closingClosesTheBodyOfAnInterceptorToo() throws Exception {
    boolean[] closed = new boolean[1];
    OkHttpClient counting = client()
        .newBuilder()
        .addInterceptor(chain -> {
          Response response = chain.proceed(chain.request());
          return response.newBuilder().body(closing(response.body(), closed)).build();
        })
        .build();
    try (Loopback provider = Loopback.saying("application/json", ANSWER)) {
      counting.newCall(ask(provider)).execute().close();
    }
    assertThat(closed[0]).isTrue();
    assertThat(calls.spans()).hasSize(1);
  }

  @Test
  void otherRequestsAreLeftAlone() throws Exception {
    try (Loopback shop = Loopback.saying("application/json", "{}");
        Response response = client()
            .newCall(new Request.Builder()
                .url(shop.url("/api/chat"))
                .post(RequestBody.create(ASK, JSON))
                .build())
            .execute()) {
      assertThat(response.body()).isNotInstanceOf(TeeBody.class);
    }
    assertThat(calls.spans()).isEmpty();
  }

  @Test
  void whatASettingNamesIsACall() throws Exception {
    CallSettings settings = CallSettings.standard()
        .with(KnownEndpoints.of(List.of(new KnownEndpoint("127.0.0.1", "cohere", null))));
    String ranked = "{\"results\":[],\"meta\":{\"billed_units\":{\"search_units\":2}}}";
    try (InstalledCalls known = InstalledCalls.install(PriceBook.bundled(), settings);
        Loopback provider = Loopback.saying("application/json", ranked);
        Response response = client()
            .newCall(new Request.Builder()
                .url(provider.url("/v2/rerank"))
                .post(RequestBody.create("{\"model\":\"rerank-v3.5\"}", JSON))
                .build())
            .execute()) {
      assertThat(response.body().string()).isEqualTo(ranked);

      // two units at 0.002
      assertThat(known.onlySpan().getAttributes().get(COST)).isEqualTo(0.004);
    }
  }

  @Test
  void theEndpointIsToldWithoutUserAndQuery() {
    OkHttpRequest request = new OkHttpRequest(new Request.Builder()
        .url("https://me:secret@[::1]:8443/llm/v1/chat/completions?key=secret#x")
        .build());

    assertThat(request.baseUrl()).isEqualTo("https://[::1]:8443");
    assertThat(request.path()).isEqualTo("/llm/v1/chat/completions");
  }

  private static OkHttpClient client() {
    OkHttpClient.Builder builder = new OkHttpClient.Builder();
    OkHttpTap.addTo(builder);
    return builder.build();
  }

  private static Request ask(Loopback provider) {
    return new Request.Builder()
        .url(provider.url(CHAT))
        .post(RequestBody.create(ASK, JSON))
        .build();
  }

  private static void leave(Call call) throws IOException {
    call.execute().body().source().readUtf8Line();
  }

  private static CompletableFuture<IOException> failureOf(Call call) {
    CompletableFuture<IOException> failure = new CompletableFuture<>();
    call.enqueue(new Callback() {
      @Override
      public void onFailure(Call failed, IOException e) {
        failure.complete(e);
      }

      @Override
      public void onResponse(Call answered, Response response) {
        failure.completeExceptionally(new AssertionError(response.toString()));
      }
    });
    return failure;
  }

  private static ResponseBody closing(ResponseBody body, boolean[] closed) {
    return new ResponseBody() {
      @Override
      public MediaType contentType() {
        return body.contentType();
      }

      @Override
      public long contentLength() {
        return body.contentLength();
      }

      @Override
      public BufferedSource source() {
        return body.source();
      }

      @Override
      public void close() {
        closed[0] = true;
        super.close();
      }
    };
  }
}
