package io.opentelemetry.javaagent.costspan.tap.bedrock;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.call.InstalledCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/** A stream of Converse as the SDK drives it: the order of its calls was seen in 2.54.14. */
class StreamTest {

  private static final ContextKey<String> CALLER = ContextKey.named("caller");

  private static final ConverseStreamOutput PIECE = ConverseStreamOutput.contentBlockDeltaBuilder()
      .delta(delta -> delta.text("Blue"))
      .build();
  private static final ConverseStreamOutput STOP =
      ConverseStreamOutput.messageStopBuilder().stopReason("end_turn").build();

  private final InstalledCalls calls = InstalledCalls.install();
  private final Application application = new Application();
  private final CompletableFuture<Void> source = new CompletableFuture<>();
  private ConverseTeeHandler handler;
  private CompletableFuture<Void> result;
  private Sdk sdk = new Sdk();

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void everyEventIsShownAndPassedOn() {
    begin();
    sdk.events.onNext(PIECE);
    sdk.events.onNext(STOP);
    sdk.events.onNext(usage(3, 4));

    assertThat(application.events).hasSize(3).first().isSameAs(PIECE);
    assertThat(attribute("llm.outcome")).isEqualTo("success");
    assertThat(attribute("llm.stream.end")).isEqualTo("complete");
    assertThat(onlySpan().get(longKey("gen_ai.usage.output_tokens"))).isEqualTo(4);
    assertThat(attribute("gen_ai.request.model")).isEqualTo("amazon.nova-lite-v1:0");
  }

  @Test
  void demandIsTheApplications() {
    begin();
    application.subscription.request(2);
    application.subscription.request(5);

    assertThat(sdk.requested).containsExactly(2L, 5L);
  }

  @Test
  void whoLeavesEarlyHasCancelled() {
    begin();
    sdk.events.onNext(PIECE);
    application.subscription.cancel();

    assertThat(sdk.cancelled).isTrue();
    assertThat(attribute("llm.outcome")).isEqualTo("cancelled");
    assertThat(attribute("llm.stream.end")).isEqualTo("closed");
  }

  @Test
  void whoLeavesAtTheEndDoesNotLeaveEarly() {
    begin();
    sdk.events.onNext(PIECE);
    sdk.events.onComplete();
    application.subscription.cancel();
    assertThat(calls.spans()).isEmpty();
    handler.complete();

    assertThat(sdk.cancelled).isTrue();
    assertThat(application.completions).isEqualTo(1);
    assertThat(attribute("error.type")).isEqualTo("incomplete_response");
  }

  @Test
  void whoLeavesAfterAFailureHasSeenTheEnd() {
    begin();
    sdk.events.onError(new IllegalStateException("no JSON"));
    application.subscription.cancel();
    source.complete(null); // as the SDK does

    assertThat(attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(attribute("llm.stream.end")).isEqualTo("failed");
  }

  @Test
  void theFailureIsTheEndAndNotTheCancellingThatFollowsIt() {
    begin();
    sdk.onCancel = () ->
        source.completeExceptionally(new CompletionException(new IllegalStateException("left")));
    sdk.events.onError(new IllegalArgumentException("no JSON"));
    application.subscription.cancel();

    assertThat(sdk.cancelled).isTrue();
    assertThat(attribute("error.type")).isEqualTo("java.lang.IllegalArgumentException");
  }

  @Test
  void whatTheSdkSaysToWhoeverLeavesEarlyIsNoError() {
    begin();
    sdk.onCancel = () ->
        source.completeExceptionally(new CompletionException(new IllegalStateException("left")));
    sdk.events.onNext(PIECE);
    application.subscription.cancel();

    assertThat(attribute("error.type")).isNull();
    assertThat(attribute("llm.outcome")).isEqualTo("cancelled");
  }

  @Test
  void aStreamThatStartsOverIsOneCall() {
    begin();
    sdk.events.onNext(PIECE);
    sdk.events.onError(new IllegalStateException("reset"));
    handler.exceptionOccurred(new IllegalStateException("reset"));
    assertThat(calls.spans()).isEmpty();
    sdk = new Sdk();
    respond();
    sdk.events.onNext(PIECE);
    sdk.events.onNext(usage(3, 9));
    handler.complete();
    source.complete(null);

    assertThat(application.failures).hasSize(2);
    assertThat(attribute("llm.outcome")).isEqualTo("success");
    assertThat(onlySpan().get(longKey("gen_ai.usage.output_tokens"))).isEqualTo(9);
  }

  @Test
  void whatBreaksAStreamOffIsNoRefusal() {
    begin();
    sdk.events.onNext(PIECE);
    AwsServiceException thrown = failure("throttlingException", 429, 0);
    sdk.events.onError(thrown);
    source.completeExceptionally(new CompletionException(thrown));

    assertThat(attribute("error.type")).isEqualTo("throttlingException");
    assertThat(attribute("llm.outcome")).isEqualTo("rate_limited");
    assertThat(attribute("llm.unpriced.reason")).isEqualTo("no_usage");
  }

  @Test
  void aRefusalIsNotBilled() {
    beginOnly();
    AwsServiceException thrown = failure("ThrottlingException", 429, 429);
    handler.exceptionOccurred(thrown);
    source.completeExceptionally(new CompletionException(thrown));

    assertThat(result).isCompletedExceptionally();
    assertThat(attribute("error.type")).isEqualTo("ThrottlingException");
    assertThat(attribute("llm.unpriced.reason")).isNull();
  }

  @Test
  void theSdkLearnsWhatTheApplicationDoesToItsFuture() {
    beginOnly();
    result.completeExceptionally(new TimeoutException()); // as orTimeout does

    assertThat(source).isCompletedExceptionally();
    assertThat(attribute("llm.outcome")).isEqualTo("timeout");
  }

  @Test
  void cancellingIsNoError() {
    beginOnly();
    result.cancel(true);

    assertThat(source).isCancelled();
    assertThat(attribute("llm.outcome")).isEqualTo("cancelled");
  }

  @Test
  void theApplicationRunsInTheContextThatItCalledFrom() {
    try (Scope scope = Context.current().with(CALLER, "me").makeCurrent()) {
      begin();
    }
    sdk.events.onNext(PIECE);
    sdk.events.onComplete();
    handler.complete();

    assertThat(application.contexts).isNotEmpty().allMatch("me"::equals);
  }

  private void begin() {
    beginOnly();
    respond();
  }

  private void beginOnly() {
    ConverseStreamRequest request =
        ConverseStreamRequest.builder().modelId("amazon.nova-lite-v1:0").build();
    handler = Objects.requireNonNull(BedrockTap.beginStream(
        SilentClient.in("us-east-1"),
        "converseStream",
        request,
        call -> new ConverseTeeHandler(application, call)));
    result = Objects.requireNonNull(handler.finish(source, null));
  }

  private void respond() {
    ConverseStreamResponse.Builder response = ConverseStreamResponse.builder();
    response.sdkHttpResponse(SdkHttpResponse.builder()
        .statusCode(200)
        .putHeader("Content-Type", "application/vnd.amazon.eventstream")
        .build());
    handler.responseReceived(response.build());
    handler.onEventStream(sdk);
  }

  private static ConverseStreamOutput usage(int input, int output) {
    return ConverseStreamOutput.metadataBuilder()
        .usage(usage -> usage.inputTokens(input).outputTokens(output))
        .build();
  }

  private static AwsServiceException failure(String code, int status, int statusOfHead) {
    return AwsServiceException.builder()
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder()
            .errorCode(code)
            .sdkHttpResponse(SdkHttpResponse.builder().statusCode(statusOfHead).build())
            .build())
        .build();
  }

  private Attributes onlySpan() {
    return calls.onlySpan().getAttributes();
  }

  private @Nullable String attribute(String name) {
    return onlySpan().get(stringKey(name));
  }

  /** What the SDK has on its side of a subscription. */
  private static final class Sdk implements SdkPublisher<ConverseStreamOutput>, Subscription {

    private final List<Long> requested = new ArrayList<>();
    private Runnable onCancel = () -> {};
    private boolean cancelled;
    private Subscriber<? super ConverseStreamOutput> events;

    @Override
    public void subscribe(Subscriber<? super ConverseStreamOutput> subscriber) {
      events = subscriber;
      subscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
      requested.add(count);
    }

    @Override
    public void cancel() {
      cancelled = true;
      onCancel.run();
    }
  }

  private static final class Application
      implements ConverseStreamResponseHandler, Subscriber<ConverseStreamOutput> {

    private final List<ConverseStreamOutput> events = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> contexts = new ArrayList<>();
    private Subscription subscription;
    private int completions;

    @Override
    public void responseReceived(ConverseStreamResponse response) {
      here();
    }

    @Override
    public void onEventStream(SdkPublisher<ConverseStreamOutput> publisher) {
      here();
      publisher.subscribe(this);
    }

    @Override
    public void exceptionOccurred(Throwable thrown) {
      here();
      failures.add(thrown);
    }

    @Override
    public void complete() {
      here();
      completions++;
    }

    @Override
    public void onSubscribe(Subscription begun) {
      here();
      subscription = begun;
    }

    @Override
    public void onNext(ConverseStreamOutput event) {
      here();
      events.add(event);
    }

    @Override
    public void onError(Throwable thrown) {
      here();
      failures.add(thrown);
    }

    @Override
    public void onComplete() {
      here();
    }

    private void here() {
      contexts.add(Context.current().get(CALLER));
    }
  }
}
