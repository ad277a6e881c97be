package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.ChatCompletionCreateParams;
import com.openai.models.ChatCompletionMessageParam;
import com.openai.models.ChatCompletionStreamOptions;
import com.openai.models.ChatCompletionUserMessageParam;
import com.openai.models.EmbeddingCreateParams;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.OpenAiJson;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** openai-java 0.7.5: chat and embeddings, no raw responses, no derived clients. */
final class OldestOpenAi implements LlmSdk {
  private final OpenAIClient client;

  private OldestOpenAi(OpenAIClient client) {
    this.client = client;
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new OldestOpenAi(Clients.connect(url, maxRetries));
  }

  @Override
  public Set<Feature> features() {
    return Feature.usualAnd(Feature.USAGE_ON_REQUEST, Feature.EMBEDDINGS, Feature.SERVICE_TIERS);
  }

  @Override
  public Object call(Ask ask) {
    return client.chat().completions().create(params(ask).build());
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    return client.async().chat().completions().create(params(ask).build());
  }

  @Override
  public Chunks stream(Ask ask) {
    return Streams.chunks(client.chat().completions().createStreaming(streamParams(ask)));
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return Streams.subscribe(
        client.async().chat().completions().createStreaming(streamParams(ask)), onChunk, onEnd);
  }

  @Override
  public Object embed(Ask ask, boolean base64) {
    EmbeddingCreateParams.EncodingFormat format = base64
        ? EmbeddingCreateParams.EncodingFormat.BASE64
        : EmbeddingCreateParams.EncodingFormat.FLOAT;
    return client
        .embeddings()
        .create(EmbeddingCreateParams.builder()
            .model("text-embedding-3-small")
            .input(ask.prompt())
            .dimensions(64)
            .encodingFormat(format)
            .build());
  }

  @Override
  public String details(Throwable failure) {
    if (!(failure instanceof OpenAIServiceException e)) {
      return "";
    }
    return e.statusCode() + " " + e.error() + " " + e.headers().values("x-request-id");
  }

  private static ChatCompletionCreateParams streamParams(Ask ask) {
    ChatCompletionCreateParams.Builder params = params(ask);
    if (ask.streamUsage()) {
      params.streamOptions(
          ChatCompletionStreamOptions.builder().includeUsage(true).build());
    }
    return params.build();
  }

  private static ChatCompletionCreateParams.Builder params(Ask ask) {
    ChatCompletionUserMessageParam message = ChatCompletionUserMessageParam.builder()
        .role(ChatCompletionUserMessageParam.Role.USER)
        .content(ChatCompletionUserMessageParam.Content.ofTextContent(ask.prompt()))
        .build();
    ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder()
        .model(OpenAiJson.modelOf(ask))
        .maxCompletionTokens(ask.number())
        .addMessage(ChatCompletionMessageParam.ofChatCompletionUserMessageParam(message));
    if (ask.priority()) {
      params.serviceTier(ChatCompletionCreateParams.ServiceTier.of("priority"));
    }
    return params;
  }
}
