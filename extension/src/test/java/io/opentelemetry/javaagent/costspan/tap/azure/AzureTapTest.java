package io.opentelemetry.javaagent.costspan.tap.azure;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the advice around a pipeline does, without a pipeline. */
class AzureTapTest {

  private static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
  private static final AttributeKey<String> OUTCOME = stringKey("llm.outcome");
  private static final AttributeKey<Double> COST = doubleKey("gen_ai.usage.cost.amount");

  /** (1000 × 0.40 + 100 × 1.60) / 1e6 */
  private static final double USD = 0.00056;

  private static final String CHAT =
      "https://eu.example.com/openai/deployments/team%201/chat/completions?api-version=1";

  private final InstalledCalls calls = InstalledCalls.install();

  @AfterEach
  void close() {
    calls.close();
  }

  /** The ways in which SDKs and applications take a body. */
  private enum Taking {
    PIECES {
      @Override
      String take(HttpResponse response) {
        return joined(response.getBody());
      }
    },
    BYTES {
      @Override
      String take(HttpResponse response) {
        return new String(response.getBodyAsByteArray().block(), UTF_8);
      }
    },
    STRING {
      @Override
      String take(HttpResponse response) {
        return response.getBodyAsString().block();
      }
    },
    STRING_IN_CHARSET {
      @Override
      String take(HttpResponse response) {
        return response.getBodyAsString(UTF_8).block();
      }
    },
    STREAM {
      @Override
      String take(HttpResponse response) throws IOException {
        return read(response.getBodyAsInputStream().block());
      }
    },
    BUFFERED {
      @Override
      String take(HttpResponse response) {
        return response.buffer().getBodyAsString().block();
      }
    },
    CHANNEL {
      @Override
      String take(HttpResponse response) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        response.writeBodyTo(Channels.newChannel(out));
        return out.toString(UTF_8);
      }
    },
    DATA {
      @Override
      String take(HttpResponse response) {
        return response.getBodyAsBinaryData().toString();
      }
    },
    DATA_IN_PIECES {
      @Override
      String take(HttpResponse response) {
        return joined(response.getBodyAsBinaryData().toFluxByteBuffer());
      }
    },
    DATA_AS_STREAM {
      @Override
      String take(HttpResponse response) throws IOException {
        return read(response.getBodyAsBinaryData().toStream());
      }
    };

    abstract String take(HttpResponse response) throws IOException;

    private static String joined(Flux<ByteBuffer> pieces) {
      StringBuilder text = new StringBuilder();
      for (ByteBuffer piece : pieces.toIterable()) {
        text.append(UTF_8.decode(piece));
      }
      return text.toString();
    }

    private static String read(InputStream stream) throws IOException {
      try (stream) {
        return new String(stream.readAllBytes(), UTF_8);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesABodyHoweverItIsTaken(Taking taking) throws IOException {
    for (Answer.Data data : Answer.Data.values()) {
      HttpRequest request = chat(CHAT);
      LlmCall call = AzureTap.begin(request, Context.NONE);

      HttpResponse response = AzureTap.TAP.finish(call, new Answer(request, data), null);

      assertThat(taking.take(response)).isEqualTo(Answer.JSON);
    }
    assertThat(calls.spans()).hasSize(Answer.Data.values().length).allSatisfy(span -> {
      assertThat(span.getAttributes().get(OUTCOME)).isEqualTo("success");
      assertThat(span.getAttributes().get(COST)).isEqualTo(USD);
    });
  }

  @Test
  void passesTheVeryBuffersOn() {
    List<ByteBuffer> buffers = List.of(ByteBuffer.wrap(new byte[3]), ByteBuffer.allocateDirect(3));
    HttpRequest request = chat(CHAT);
    LlmCall call = AzureTap.begin(request, Context.NONE);
    call.leaveThread();
    List<ByteBuffer> passed = new ArrayList<>();

    new TeeFlux(Flux.fromIterable(buffers), call).subscribe(passed::add);

    assertThat(passed).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(buffers);
    assertThat(passed).allSatisfy(buffer -> assertThat(buffer.remaining()).isEqualTo(3));
  }

  @Test
  void callsADeploymentTheModelThatIsAsked() {
    HttpRequest request = chat(CHAT);

    finish(request, AzureTap.begin(request, Context.NONE));

    assertThat(calls.onlySpan().getAttributes().get(MODEL)).isEqualTo("team%201");
    assertThat(calls.onlySpan().getAttributes().get(PROVIDER)).isEqualTo("azure.ai.openai");
  }

  @Test
  void knowsTheInferenceSdkBehindAHostThatSaysNothing() {
    HttpRequest request = chat("https://gateway.example.com/embeddings");
    String caller = "com.azure.ai.inference.implementation.EmbeddingsClientImpl.embedSync";

    assertThat(AzureTap.begin(request, Context.NONE)).isNull();
    finish(request, AzureTap.begin(request, new Context("caller-method", caller)));

    assertThat(calls.onlySpan().getAttributes().get(PROVIDER)).isEqualTo("azure.ai.inference");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://account.queue.core.windows.net/queue/messages",
        "https://vault.vault.azure.net/keys/key/sign",
        "https://eu.example.com/openai/deployments/team/extensions"
      })
  void leavesOtherRequestsAlone(String url) {
    assertThat(AzureTap.begin(chat(url), Context.NONE)).isNull();
  }

  @Test
  void leavesOtherMethodsAlone() {
    HttpRequest request = chat(CHAT).setHttpMethod(HttpMethod.GET);

    assertThat(AzureTap.begin(request, Context.NONE)).isNull();
  }

  /** As azure-ai-openai reads what a batch has left in a file. */
  @Test
  void readsFilesThatMayBeResultsOfABatch() {
    HttpRequest file = new HttpRequest(
        HttpMethod.GET, "https://r.openai.azure.com/openai/files/file-1/content?api-version=1");

    LlmCall reading = AzureTap.begin(file, Context.NONE);
    assertThat(reading).isNotNull();
    reading.leaveThread();
    assertThat(AzureTap.begin(
            new HttpRequest(HttpMethod.GET, "https://vault.example.com/files/1/content"),
            Context.NONE))
        .isNull();
  }

  @Test
  void isACallForEachSubscription() {
    HttpRequest request = chat(CHAT);
    Mono<HttpResponse> response =
        subscribed(request, Mono.fromSupplier(() -> new Answer(request, Answer.Data.PIECES)));

    assertThat(calls.spans()).isEmpty();
    response.block().getBodyAsString().block();
    response.block().getBodyAsString().block();

    assertThat(calls.spans()).hasSize(2);
  }

  @Test
  void isCurrentWhileItIsSentAndNotForWhoWaits() {
    HttpRequest request = chat(CHAT);
    List<Boolean> current = new ArrayList<>();
    Mono<HttpResponse> response = subscribed(request, Mono.fromSupplier(() -> {
      current.add(Span.current().getSpanContext().isValid());
      return new Answer(request, Answer.Data.PIECES);
    }));

    response.subscribe(answer -> current.add(Span.current().getSpanContext().isValid()));

    assertThat(current).containsExactly(true, false);
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
  }

  @Test
  void isCancelledWithItsSubscription() {
    Disposable waiting = subscribed(chat(CHAT), Mono.never()).subscribe();

    waiting.dispose();

    assertThat(calls.onlySpan().getAttributes().get(OUTCOME)).isEqualTo("cancelled");
  }

  @Test
  void failsAsThePipelineDoes() {
    IOException broken = new IOException("broken");
    List<Throwable> seen = new ArrayList<>();

    subscribed(chat(CHAT), Mono.error(broken)).subscribe(response -> {}, seen::add);

    assertThat(seen).containsExactly(broken);
    assertThat(calls.onlySpan().getAttributes().get(stringKey("error.type")))
        .isEqualTo("java.io.IOException");
  }

  @Test
  void belongsToWhatAzureHandsOnAndHandsItselfOn() {
    SpanContext azures = SpanContext.create(
        "0af7651916cd43dd8448eb211c80319c",
        "b7ad6b7169203331",
        TraceFlags.getSampled(),
        TraceState.getDefault());
    Context azure = new Context(
        "trace-context", io.opentelemetry.context.Context.root().with(Span.wrap(azures)));
    HttpRequest request = chat(CHAT);

    LlmCall call = AzureTap.begin(request, azure);
    Object handedOn = TraceContext.with(call, azure).getData("trace-context").get();
    finish(request, call);

    assertThat(calls.onlySpan().getParentSpanId()).isEqualTo("b7ad6b7169203331");
    try (Scope ignored = ((io.opentelemetry.context.Context) handedOn).makeCurrent()) {
      assertThat(Span.current().getSpanContext().getSpanId())
          .isEqualTo(calls.onlySpan().getSpanId());
    }
  }

  private static void finish(HttpRequest request, LlmCall call) {
    AzureTap.TAP
        .finish(call, new Answer(request, Answer.Data.PIECES), null)
        .getBodyAsString()
        .block();
  }

  /** As the advice has it: the context of the call is the pipeline's own. */
  private static Mono<HttpResponse> subscribed(HttpRequest request, Mono<HttpResponse> source) {
    AtomicReference<HttpPipelineCallContext> context = new AtomicReference<>();
    new HttpPipelineBuilder()
        .policies((HttpPipelinePolicy) (call, next) -> {
          context.set(call);
          return Mono.empty();
        })
        .httpClient(sent -> source)
        .build()
        .send(request)
        .block();
    return AzureTap.onSubscription(context.get(), source);
  }

  private static HttpRequest chat(String url) {
    return new HttpRequest(HttpMethod.POST, url)
        .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json")
        .setBody(BinaryData.fromString("{\"max_tokens\":7}"));
  }
}
