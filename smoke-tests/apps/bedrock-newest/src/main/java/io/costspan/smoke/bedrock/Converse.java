package io.costspan.smoke.bedrock;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/** Converse; where another provider has its Responses, InvokeModel through the ARN of a profile. */
final class Converse extends Invoke {
  private static final String CLAUDE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
  private static final String PROFILE =
      "arn:aws:bedrock:us-east-1:123456789012:inference-profile/" + CLAUDE;

  Converse(Clients clients) {
    super(clients, PROFILE);
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.READING_EVENT_BY_EVENT,
        Feature.RETRIES,
        Feature.CANCELLATION,
        Feature.CACHED_READS,
        Feature.CACHE_WRITES,
        Feature.RESPONSES,
        Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    return clients.sync().converse(request(ask, text(ask)));
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return clients.async().converse(request(ask, text(ask)));
  }

  @Override
  public Chunks stream(Ask ask) {
    return stream(ask, text(ask));
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return clients
        .async()
        .converseStream(
            streamRequest(ask, text(ask)),
            ConverseStreamResponseHandler.builder().subscriber(onChunk::accept).build())
        .whenComplete((nothing, failure) -> onEnd.accept(Optional.ofNullable(failure)));
  }

  @Override
  public Object responses(Ask ask) {
    return super.call(ask);
  }

  @Override
  public Chunks responsesStream(Ask ask) {
    return super.stream(ask);
  }

  @Override
  public Object callCaching(Ask ask, boolean forAnHour) {
    return clients.sync().converse(request(ask, text(ask), cachePoint(forAnHour)));
  }

  @Override
  public Chunks streamCaching(Ask ask, boolean forAnHour) {
    return stream(ask, text(ask), cachePoint(forAnHour));
  }

  private Chunks stream(Ask ask, ContentBlock... content) {
    EventQueue<ConverseStreamOutput> events = new EventQueue<>();
    CompletableFuture<Void> call = clients
        .async()
        .converseStream(
            streamRequest(ask, content),
            ConverseStreamResponseHandler.builder()
                .onEventStream(publisher -> publisher.subscribe(events))
                .onError(events::fail)
                .build());
    return events.chunks(call, event -> event);
  }

  private static ContentBlock text(Ask ask) {
    return ContentBlock.fromText(ask.prompt());
  }

  private static ContentBlock cachePoint(boolean forAnHour) {
    return ContentBlock.fromCachePoint(CachePointBlock.builder()
        .type(CachePointType.DEFAULT)
        .ttl(forAnHour ? "1h" : "5m")
        .build());
  }

  private static ConverseRequest request(Ask ask, ContentBlock... content) {
    return ConverseRequest.builder()
        .modelId(modelOf(ask))
        .messages(message(content))
        .inferenceConfig(limit(ask))
        .build();
  }

  private static ConverseStreamRequest streamRequest(Ask ask, ContentBlock... content) {
    return ConverseStreamRequest.builder()
        .modelId(modelOf(ask))
        .messages(message(content))
        .inferenceConfig(limit(ask))
        .build();
  }

  private static Message message(ContentBlock... content) {
    return Message.builder().role(ConversationRole.USER).content(content).build();
  }

  private static InferenceConfiguration limit(Ask ask) {
    return InferenceConfiguration.builder()
        .maxTokens(Math.toIntExact(ask.number()))
        .build();
  }

  private static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD, REASONING -> CLAUDE;
      case SMALL -> "amazon.nova-lite-v1:0";
      case UNKNOWN -> "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123";
    };
  }
}
