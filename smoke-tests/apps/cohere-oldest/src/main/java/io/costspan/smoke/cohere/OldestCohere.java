package io.costspan.smoke.cohere;

import com.cohere.api.Cohere;
import com.cohere.api.core.CohereApiApiError;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2EmbedRequest;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.EmbedInputType;
import com.cohere.api.types.EmbeddingType;
import com.cohere.api.types.UserMessage;
import com.cohere.api.types.UserMessageContent;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * cohere-java 1.3.2, the first with version 2 of the API: synchronous only, with three retries that
 * cannot be switched off, and streams that it does not read as the events they are.
 */
final class OldestCohere implements LlmSdk {
  private final Cohere client;

  private OldestCohere(Cohere client) {
    this.client = client;
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new OldestCohere(Cohere.builder().token("smoke-test").url(url).build());
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(Feature.RETRIES, Feature.FIXED_RETRIES, Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    UserMessage message =
        UserMessage.builder().content(UserMessageContent.of(ask.prompt())).build();
    return client
        .v2()
        .chat(V2ChatRequest.builder()
            .model(modelOf(ask))
            .messages(List.of(ChatMessageV2.user(message)))
            .maxTokens(Math.toIntExact(ask.number()))
            .build());
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    return client
        .v2()
        .embed(V2EmbedRequest.builder()
            .model("embed-v4.0")
            .inputType(EmbedInputType.SEARCH_QUERY)
            .texts(List.of(ask.prompt()))
            .embeddingTypes(List.of(EmbeddingType.FLOAT))
            .build());
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Chunks stream(Ask ask) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String details(Throwable failure) {
    return failure instanceof CohereApiApiError e ? e.statusCode() + " " + e.body() : "";
  }

  private static String modelOf(Ask ask) {
    return ask.model() == Ask.Model.UNKNOWN ? "house-model-1" : "command-a-03-2025";
  }
}
