package io.costspan.smoke.bedrock;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** InvokeModel, which every version has: Claude, Mistral, and Titan's embeddings in their own formats. */
class Invoke implements LlmSdk {
  private static final String CLAUDE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

  protected final Clients clients;
  private final String claude;

  Invoke(Clients clients) {
    this(clients, CLAUDE);
  }

  Invoke(Clients clients, String claude) {
    this.clients = clients;
    this.claude = claude;
  }

  @Override
  public Set<Feature> features() {
    return Feature.usualAnd(Feature.EMBEDDINGS, Feature.CACHE_WRITES);
  }

  @Override
  public Object call(Ask ask) {
    return clients.sync().invokeModel(request(ask)).body().asUtf8String();
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return clients.async().invokeModel(request(ask));
  }

  @Override
  public Chunks stream(Ask ask) {
    EventQueue<ResponseStream> events = new EventQueue<>();
    CompletableFuture<Void> call = clients
        .async()
        .invokeModelWithResponseStream(
            streamRequest(ask),
            InvokeModelWithResponseStreamResponseHandler.builder()
                .onEventStream(publisher -> publisher.subscribe(events))
                .onError(events::fail)
                .build());
    return events.chunks(call, Invoke::shown);
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return clients
        .async()
        .invokeModelWithResponseStream(
            streamRequest(ask),
            InvokeModelWithResponseStreamResponseHandler.builder()
                .subscriber(event -> onChunk.accept(shown(event)))
                .build())
        .whenComplete((nothing, failure) -> onEnd.accept(Optional.ofNullable(failure)));
  }

  @Override
  public Object callCaching(Ask ask, boolean forAnHour) {
    return call(ask);
  }

  @Override
  public Chunks streamCaching(Ask ask, boolean forAnHour) {
    return stream(ask);
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    String body = "{\"inputText\":\"%s\",\"dimensions\":256,\"embeddingTypes\":[\"%s\"]}"
        .formatted(ask.prompt(), base64 ? "binary" : "float");
    return clients
        .sync()
        .invokeModel(request -> request
            .modelId("amazon.titan-embed-text-v2:0")
            .body(SdkBytes.fromUtf8String(body)))
        .body()
        .asUtf8String();
  }

  @Override
  public String details(Throwable failure) {
    if (!(failure instanceof AwsServiceException e)) {
      return "";
    }
    return e.statusCode() + " " + e.requestId() + " "
        + (e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode());
  }

  private static Object shown(ResponseStream event) {
    return event instanceof PayloadPart part ? part.bytes().asUtf8String() : event;
  }

  private InvokeModelRequest request(Ask ask) {
    return InvokeModelRequest.builder().modelId(modelOf(ask)).body(body(ask)).build();
  }

  private InvokeModelWithResponseStreamRequest streamRequest(Ask ask) {
    return InvokeModelWithResponseStreamRequest.builder()
        .modelId(modelOf(ask))
        .body(body(ask))
        .build();
  }

  private String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD, REASONING -> claude;
      case SMALL -> "mistral.mistral-7b-instruct-v0:2";
      case UNKNOWN -> "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123";
    };
  }

  private static SdkBytes body(Ask ask) {
    String format = ask.model() == Ask.Model.SMALL
        ? "{\"prompt\":\"%s\",\"max_tokens\":%d}"
        : "{\"anthropic_version\":\"bedrock-2023-05-31\","
            + "\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}],\"max_tokens\":%d}";
    return SdkBytes.fromUtf8String(format.formatted(ask.prompt(), ask.number()));
  }
}
