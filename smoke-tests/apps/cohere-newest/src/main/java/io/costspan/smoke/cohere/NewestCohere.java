package io.costspan.smoke.cohere;

import com.cohere.api.AsyncCohere;
import com.cohere.api.Cohere;
import com.cohere.api.core.CohereApiException;
import com.cohere.api.core.ObjectMappers;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.requests.V2EmbedRequest;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.EmbedInputType;
import com.cohere.api.types.EmbeddingType;
import com.cohere.api.types.UserMessageV2;
import com.cohere.api.types.UserMessageV2Content;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** cohere-java 1.9.3. Cancelling one of its futures does not cancel the call. */
final class NewestCohere implements LlmSdk {
  private final Cohere client;
  private final AsyncCohere async;

  private NewestCohere(Cohere client, AsyncCohere async) {
    this.client = client;
    this.async = async;
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new NewestCohere(
        Cohere.builder().token("smoke-test").url(url).maxRetries(maxRetries).build(),
        AsyncCohere.builder()
            .token("smoke-test")
            .url(url)
            .maxRetries(maxRetries)
            .build());
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.READING_EVENT_BY_EVENT,
        Feature.RETRIES,
        Feature.EMBEDDINGS);
  }

  /** Its events do not print themselves. */
  @Override
  public String shown(Object result) {
    return result instanceof V2ChatStreamResponse
        ? ObjectMappers.stringify(result)
        : String.valueOf(result);
  }

  @Override
  public Object call(Ask ask) {
    return client.v2().chat(request(ask));
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return async.v2().chat(request(ask));
  }

  @Override
  public Chunks stream(Ask ask) {
    Iterable<?> events = client.v2().chatStream(streamRequest(ask));
    return new Chunks(
        StreamSupport.stream(events.spliterator(), false), () -> close((Closeable) events));
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return async.v2().chatStream(streamRequest(ask)).whenComplete((events, failure) -> {
      if (events != null) {
        events.forEach(onChunk);
      }
      onEnd.accept(Optional.ofNullable(failure));
    });
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    return client
        .v2()
        .embed(V2EmbedRequest.builder()
            .model("embed-v4.0")
            .inputType(EmbedInputType.SEARCH_QUERY)
            .texts(List.of(ask.prompt()))
            .embeddingTypes(List.of(base64 ? EmbeddingType.BASE_64 : EmbeddingType.FLOAT))
            .build());
  }

  @Override
  public String details(Throwable failure) {
    return failure instanceof CohereApiException e ? e.statusCode() + " " + e.body() : "";
  }

  private static V2ChatRequest request(Ask ask) {
    return V2ChatRequest.builder()
        .model(modelOf(ask))
        .messages(messages(ask))
        .maxTokens(Math.toIntExact(ask.number()))
        .build();
  }

  private static V2ChatStreamRequest streamRequest(Ask ask) {
    return V2ChatStreamRequest.builder()
        .model(modelOf(ask))
        .messages(messages(ask))
        .maxTokens(Math.toIntExact(ask.number()))
        .build();
  }

  private static List<ChatMessageV2> messages(Ask ask) {
    return List.of(ChatMessageV2.user(
        UserMessageV2.builder().content(UserMessageV2Content.of(ask.prompt())).build()));
  }

  private static void close(Closeable events) {
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD, REASONING -> "command-a-03-2025";
      case SMALL -> "command-r7b-12-2024";
      case UNKNOWN -> "house-model-1";
    };
  }
}
