package io.costspan.smoke.azure;

import com.azure.ai.inference.ChatCompletionsAsyncClient;
import com.azure.ai.inference.ChatCompletionsClient;
import com.azure.ai.inference.ChatCompletionsClientBuilder;
import com.azure.ai.inference.EmbeddingsClient;
import com.azure.ai.inference.EmbeddingsClientBuilder;
import com.azure.ai.inference.models.ChatCompletionsOptions;
import com.azure.ai.inference.models.ChatRequestUserMessage;
import com.azure.ai.inference.models.EmbeddingEncodingFormat;
import com.azure.ai.inference.models.StreamingChatCompletionsUpdate;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.rest.RequestOptions;
import com.azure.core.util.BinaryData;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** azure-ai-inference 1.0.0-beta.5, by its typed methods where they will do. */
final class AzureInference implements LlmSdk {
  private final ChatCompletionsClient client;
  private final ChatCompletionsAsyncClient asyncClient;
  private final EmbeddingsClient embeddings;

  private AzureInference(String url, HttpPipeline pipeline) {
    ChatCompletionsClientBuilder builder =
        new ChatCompletionsClientBuilder().endpoint(url).pipeline(pipeline);
    this.client = builder.buildClient();
    this.asyncClient = builder.buildAsyncClient();
    this.embeddings =
        new EmbeddingsClientBuilder().endpoint(url).pipeline(pipeline).buildClient();
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new AzureInference(url, Pipelines.pipeline(maxRetries));
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC, Feature.STREAMS, Feature.RETRIES, Feature.REASONING, Feature.EMBEDDINGS);
  }

  @Override
  public Object call(Ask ask) {
    return BinaryData.fromObject(client.complete(options(ask)));
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return asyncClient
        .complete(options(ask))
        .map(BinaryData::fromObject)
        .map(BinaryData::toString)
        .toFuture();
  }

  /** The typed methods cannot ask a stream for its usage. */
  @Override
  public Chunks stream(Ask ask) {
    if (ask.streamUsage()) {
      return Lines.chunks(events(ask));
    }
    Stream<StreamingChatCompletionsUpdate> chunks =
        asyncClient.completeStream(options(ask)).toStream();
    return new Chunks(chunks.map(BinaryData::fromObject), chunks::close);
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    throw new UnsupportedOperationException("the typed method cannot ask for usage");
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    EmbeddingEncodingFormat format =
        base64 ? EmbeddingEncodingFormat.BASE64 : EmbeddingEncodingFormat.FLOAT;
    return BinaryData.fromObject(
        embeddings.embed(List.of(ask.prompt()), 64, format, null, "embed-v-4-0", null));
  }

  @Override
  public String details(Throwable failure) {
    return Failures.details(failure);
  }

  private Flux<ByteBuffer> events(Ask ask) {
    String json = """
        {"messages":[{"role":"user","content":"%s"}],"max_tokens":%d,"model":"%s","stream":true,\
        "stream_options":{"include_usage":true}}""".formatted(ask.prompt(), ask.number(), modelOf(ask));
    return client
        .completeWithResponse(BinaryData.fromString(json), new RequestOptions())
        .getValue()
        .toFluxByteBuffer();
  }

  private static ChatCompletionsOptions options(Ask ask) {
    return new ChatCompletionsOptions(List.of(new ChatRequestUserMessage(ask.prompt())))
        .setModel(modelOf(ask))
        .setMaxTokens(Math.toIntExact(ask.number()));
  }

  private static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD -> "Phi-4";
      case SMALL -> "Llama-3.3-70B-Instruct";
      case REASONING -> "deepseek-r1";
      case UNKNOWN -> "house-model-1";
    };
  }
}
