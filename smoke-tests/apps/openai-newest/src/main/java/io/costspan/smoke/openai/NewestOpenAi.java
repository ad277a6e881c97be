package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponseFor;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.OpenAiJson;
import io.costspan.smoke.runner.RawAnswer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** openai-java 4.100.0: everything but cache writes. */
final class NewestOpenAi implements LlmSdk {
  private final OpenAIClient client;

  private NewestOpenAi(OpenAIClient client) {
    this.client = client;
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new NewestOpenAi(Clients.connect(url, maxRetries));
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.complementOf(
        EnumSet.of(Feature.CACHE_WRITES, Feature.FIXED_RETRIES, Feature.LATE_SPANS));
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
  public RawAnswer raw(Ask ask) {
    HttpResponseFor<ChatCompletion> raw =
        client.chat().completions().withRawResponse().create(params(ask).build());
    return new RawAnswer(raw.statusCode(), raw.requestId().orElse("none"), raw::parse, raw::close);
  }

  @Override
  public LlmSdk withOptions() {
    return new NewestOpenAi(client.withOptions(options -> options.putHeader("x-app", "smoke")));
  }

  @Override
  public LlmSdk hasty() {
    return new NewestOpenAi(
        client.withOptions(options -> options.timeout(Duration.ofSeconds(1)).maxRetries(0)));
  }

  @Override
  public Object structured(Ask ask) {
    return client
        .chat()
        .completions()
        .create(params(ask).responseFormat(City.class).build())
        .choices()
        .get(0)
        .message()
        .content();
  }

  @Override
  public Object responses(Ask ask) {
    return client.responses().create(responsesParams(ask));
  }

  @Override
  public Chunks responsesStream(Ask ask) {
    return Streams.chunks(client.responses().createStreaming(responsesParams(ask)));
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
    return "%d %s %s %s %s"
        .formatted(
            e.statusCode(), e.code(), e.type(), e.body(), e.headers().values("x-request-id"));
  }

  private static ResponseCreateParams responsesParams(Ask ask) {
    return ResponseCreateParams.builder()
        .model(OpenAiJson.modelOf(ask))
        .maxOutputTokens(ask.number())
        .input(ask.prompt())
        .build();
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
    ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder()
        .model(OpenAiJson.modelOf(ask))
        .maxCompletionTokens(ask.number())
        .addUserMessage(ask.prompt());
    if (ask.priority()) {
      params.serviceTier(ChatCompletionCreateParams.ServiceTier.PRIORITY);
    }
    return params;
  }
}
