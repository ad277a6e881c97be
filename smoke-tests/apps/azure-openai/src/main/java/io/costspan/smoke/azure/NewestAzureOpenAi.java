package io.costspan.smoke.azure;

import com.azure.ai.openai.OpenAIAsyncClient;
import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatCompletionStreamOptions;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.ai.openai.models.EmbeddingsOptions;
import com.azure.core.http.rest.RequestOptions;
import com.azure.core.util.BinaryData;
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
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** azure-ai-openai 1.0.0-beta.16, by its typed methods. */
final class NewestAzureOpenAi implements LlmSdk {
  private final OpenAIClient client;
  private final OpenAIAsyncClient asyncClient;

  private NewestAzureOpenAi(OpenAIClientBuilder builder) {
    this.client = builder.buildClient();
    this.asyncClient = builder.buildAsyncClient();
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new NewestAzureOpenAi(
        new OpenAIClientBuilder().endpoint(url).pipeline(Pipelines.pipeline(maxRetries)));
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC,
        Feature.STREAMS,
        Feature.ASYNC_STREAMS,
        Feature.RETRIES,
        Feature.REASONING,
        Feature.CACHED_READS,
        Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    return BinaryData.fromObject(client.getChatCompletions(Deployments.of(ask), options(ask)));
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return asyncClient
        .getChatCompletions(Deployments.of(ask), options(ask))
        .map(BinaryData::fromObject)
        .map(BinaryData::toString)
        .toFuture();
  }

  @Override
  public Chunks stream(Ask ask) {
    Stream<ChatCompletions> chunks = ask.streamUsage()
        ? client.getChatCompletionsStream(Deployments.of(ask), options(ask), withUsage()).stream()
        : client.getChatCompletionsStream(Deployments.of(ask), options(ask)).stream();
    return new Chunks(chunks.map(BinaryData::fromObject), chunks::close);
  }

  /** The typed streams of this SDK are read to their end whether somebody listens or not. */
  @Override
  public Chunks streamToLeave(Ask ask) {
    String json = """
        {"messages":[{"role":"user","content":"%s"}],"max_completion_tokens":%d,"stream":true}""".formatted(ask.prompt(), ask.number());
    return Lines.chunks(asyncClient
        .getChatCompletionsWithResponse(
            Deployments.of(ask), BinaryData.fromString(json), new RequestOptions())
        .flatMapMany(response -> response.getValue().toFluxByteBuffer()));
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    Flux<ChatCompletions> chunks =
        asyncClient.getChatCompletionsStream(Deployments.of(ask), options(ask), withUsage());
    return chunks.subscribe(
        chunk -> onChunk.accept(BinaryData.fromObject(chunk)),
        failure -> onEnd.accept(Optional.of(failure)),
        () -> onEnd.accept(Optional.empty()));
  }

  /** Numbers only by the protocol method: the typed one asks for base64. */
  @Override
  public Object embed(Ask ask, boolean base64) {
    if (base64) {
      EmbeddingsOptions options = new EmbeddingsOptions(List.of(ask.prompt())).setDimensions(64);
      return BinaryData.fromObject(client.getEmbeddings("text-embedding-3-small", options));
    }
    String json = "{\"input\":[\"%s\"],\"dimensions\":64}".formatted(ask.prompt());
    return client
        .getEmbeddingsWithResponse(
            "text-embedding-3-small", BinaryData.fromString(json), new RequestOptions())
        .getValue();
  }

  @Override
  public String details(Throwable failure) {
    return Failures.details(failure);
  }

  private static ChatCompletionsOptions options(Ask ask) {
    return new ChatCompletionsOptions(List.of(new ChatRequestUserMessage(ask.prompt())))
        .setMaxCompletionTokens(Math.toIntExact(ask.number()));
  }

  private static ChatCompletionStreamOptions withUsage() {
    return new ChatCompletionStreamOptions().setIncludeUsage(true);
  }
}
