package io.costspan.smoke.azure;

import com.azure.ai.openai.OpenAIAsyncClient;
import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.core.http.rest.RequestOptions;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;

/** azure-ai-openai 1.0.0-beta.1 by its protocol methods: JSON in, JSON out. */
final class OldestAzureOpenAi implements LlmSdk {
  private final OpenAIClient client;
  private final OpenAIAsyncClient asyncClient;

  private OldestAzureOpenAi(OpenAIClientBuilder builder) {
    this.client = builder.buildClient();
    this.asyncClient = builder.buildAsyncClient();
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new OldestAzureOpenAi(
        new OpenAIClientBuilder().endpoint(url).pipeline(Pipelines.pipeline(maxRetries)));
  }

  @Override
  public Set<Feature> features() {
    return Feature.usualAnd(Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    return client
        .getChatCompletionsWithResponse(
            Deployments.of(ask), Json.chat(ask, false), new RequestOptions())
        .getValue();
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return asyncClient
        .getChatCompletionsWithResponse(
            Deployments.of(ask), Json.chat(ask, false), new RequestOptions())
        .map(Response::getValue)
        .map(BinaryData::toString)
        .toFuture();
  }

  @Override
  public Chunks stream(Ask ask) {
    return Lines.chunks(client
        .getChatCompletionsWithResponse(
            Deployments.of(ask), Json.chat(ask, true), new RequestOptions())
        .getValue()
        .toFluxByteBuffer());
  }

  /** As pieces, a stream over OkHttp comes in 8 KB each, which is all of it. */
  @Override
  public Chunks streamToLeave(Ask ask) {
    return Lines.chunks(client
        .getChatCompletionsWithResponse(
            Deployments.of(ask), Json.chat(ask, true), new RequestOptions())
        .getValue()
        .toStream());
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    Flux<String> events = asyncClient
        .getChatCompletionsWithResponse(
            Deployments.of(ask), Json.chat(ask, true), new RequestOptions())
        .flatMapMany(response -> Lines.events(response.getValue().toFluxByteBuffer()));
    return events.subscribe(
        onChunk,
        failure -> onEnd.accept(Optional.of(failure)),
        () -> onEnd.accept(Optional.empty()));
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    return client
        .getEmbeddingsWithResponse(
            "text-embedding-3-small", Json.embeddings(ask, base64), new RequestOptions())
        .getValue();
  }

  @Override
  public String details(Throwable failure) {
    return Failures.details(failure);
  }
}
